#include <catch2/catch.hpp>

#include "tests/lint/lsp/editor.h"

namespace corslint {
namespace {

using test::Editor;
using test::Json;

Json diagnostics_in(Editor& editor, const std::string& uri, const std::string& text) {
  editor.open(uri, text);
  const auto published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  return published[0]["diagnostics"];
}

Json range(int line, int begin, int end) {
  return {{"start", {{"line", line}, {"character", begin}}},
          {"end", {{"line", line}, {"character", end}}}};
}

Json with_encodings(const Json& encodings) {
  return {{"general", {{"positionEncodings", encodings}}}};
}

}  // namespace

TEST_CASE("a finding has everything that an editor shows of it") {
  Editor editor;
  const std::string uri = "file:///work/cors.toml";
  const auto diagnostics = diagnostics_in(
      editor, uri,
      "[cors]\ndialect = \"starlette\"\nallow_origins = [\"*\"]\nallow_credentials = true\n");
  REQUIRE(diagnostics.size() == 1);
  const auto& found = diagnostics[0];
  CHECK(found["code"] == "wildcard-with-credentials");
  CHECK(found["range"] == range(2, 17, 20));
  CHECK(found["severity"] == 1);
  CHECK(found["source"] == "corslint");
  CHECK_THAT(found["codeDescription"]["href"].get<std::string>(), Catch::StartsWith("https://"));
  CHECK_THAT(found["message"].get<std::string>(), Catch::Contains("credentials are allowed."));
  CHECK(found["relatedInformation"][0] ==
        Json{{"location", {{"uri", uri}, {"range", range(3, 20, 24)}}},
             {"message", "credentials allowed here"}});
  CHECK(found["data"]["dialect"] == "starlette");
  CHECK(found["data"]["pointer"] == "/cors/allow_origins/0");
  CHECK(found["data"].contains("witness"));
  CHECK_FALSE(found.contains("tags"));
}

TEST_CASE("what can be left out is tagged as unnecessary") {
  Editor editor;
  const auto diagnostics =
      diagnostics_in(editor, "file:///work/cors.toml",
                     "[cors]\nallow_origins = [\"https://a.acme.io\", \"https://a.acme.io\"]\n");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0]["code"] == "duplicate-origin");
  CHECK(diagnostics[0]["tags"] == Json::array({1}));
}

TEST_CASE("the ranges of findings count what the editor counts") {
  // An emoji, a CJK character and an accent of its own stand before the entry, on the same line.
  const std::string toml =
      "# \u6F22\r\n[cors]\r\nenabled = true\r\nallow_origins = [\"https://a.acme.io\", "
      "\"https://\U0001F600\u6F22e\u0301.acme.io\", \"null\"]\r\n";
  struct Case {
    Json encodings;
    int begin;
  };
  const std::vector<Case> cases{{nullptr, 64},
                                {Json::array({"utf-16"}), 64},
                                {Json::array({"utf-32", "utf-16"}), 64},
                                {Json::array({"utf-16", "utf-8"}), 69}};
  for (const auto& [encodings, begin] : cases) {
    INFO(encodings.dump());
    Editor editor(with_encodings(encodings));
    for (const auto& diagnostic : diagnostics_in(editor, "file:///work/cors.toml", toml)) {
      if (diagnostic["code"] == "null-origin")
        CHECK(diagnostic["range"] == range(3, begin, begin + 4));
    }
  }
}

TEST_CASE("a client that does not say what it counts may be told to say bytes") {
  Editor editor(Json::object(), {}, {{"positionEncoding", "utf-8"}});
  const auto diagnostics =
      diagnostics_in(editor, "file:///work/cors.toml",
                     "cors = {note = \"\u6F22\U0001F600\", origins = [\"null\"]}\n");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0]["range"] == range(0, 38, 42));
}

TEST_CASE("JSON5 that is opened is read as JSON with comments") {
  Editor editor;
  editor.open("file:///work/cors.json5", "{/* all */ \"cors\": {\"origins\": [\"null\"]}}\n");
  CHECK(editor.published_rules("file:///work/cors.json5") ==
        std::vector<std::string>{"null-origin"});
}

TEST_CASE("a byte order mark in an editor's text counts as a character there") {
  Editor editor;
  const auto diagnostics = diagnostics_in(editor, "file:///work/.env", "\uFEFFCORS_ORIGINS=null\n");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0]["range"] == range(0, 14, 18));
}

}  // namespace corslint
