#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/lint/lsp/editor.h"

namespace corslint {
namespace {

using Catch::Matchers::VectorContains;
using test::applied;
using test::Editor;
using test::Json;
using test::titles_of;

const std::string slash_policy =
    "[cors]\ndialect = \"starlette\"\nallow_origins = [\"https://app.acme.io/\"]\n";

struct Offered {
  std::string text;
  Json actions;
};

/// The actions on the whole of one line of a document.
Offered actions_in(const std::string& uri, const std::string& text, int line,
                   const std::string& language = "") {
  Editor editor(test::usual_capabilities());
  editor.open(uri, text, language);
  return {text, editor.code_actions(uri, line, 0, 1000)};
}

Offered actions_in_toml(const std::string& text, int line) {
  return actions_in("file:///work/cors.toml", text, line);
}

std::string after(const Offered& offered, std::string_view title) {
  return applied(offered.text, offered.actions, title);
}

}  // namespace

TEST_CASE("a fix is offered at its finding, the safe one as the preferred one") {
  const auto offered = actions_in_toml(slash_policy, 2);
  const auto& action = offered.actions[0];
  CHECK(action["kind"] == "quickfix");
  CHECK(action["isPreferred"] == true);
  CHECK(action["diagnostics"][0]["code"] == "trailing-slash");
  CHECK(action["edit"]["documentChanges"][0]["textDocument"] ==
        Json{{"uri", "file:///work/cors.toml"}, {"version", 1}});
  CHECK(after(offered, action["title"].get<std::string>()) ==
        "[cors]\ndialect = \"starlette\"\nallow_origins = [\"https://app.acme.io\"]\n");
  CHECK(actions_in_toml(slash_policy, 0).actions ==
        Json::array({offered.actions.back()}));  // all safe fixes, wherever the cursor is
}

TEST_CASE("a finding that the editor names gets its actions wherever the cursor is") {
  Editor editor(test::usual_capabilities());
  const std::string uri = "file:///work/cors.toml";
  editor.open(uri, slash_policy);
  const auto published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  const auto actions =
      editor.code_actions(uri, 0, 0, 0, {{"diagnostics", published[0]["diagnostics"]}});
  CHECK(actions[0]["diagnostics"][0]["code"] == "trailing-slash");
}

TEST_CASE("a fix that somebody has to look at is not the preferred one") {
  const auto offered = actions_in_toml(
      "[cors]\ndialect = \"starlette\"\nallow_origins = [\"*\"]\nallow_credentials = true\n", 2);
  const auto with_edit = std::ranges::find_if(offered.actions, [](const Json& action) {
    return action.contains("edit") && action["kind"] == "quickfix" &&
           !action["title"].get<std::string>().starts_with("Ignore");
  });
  REQUIRE(with_edit != offered.actions.end());
  CHECK_FALSE(with_edit->contains("isPreferred"));
}

TEST_CASE("an editor that knows no versioned edits gets plain ones") {
  auto capabilities = test::usual_capabilities();
  capabilities.erase("workspace");
  Editor editor(capabilities);
  editor.open("file:///work/cors.toml", slash_policy);
  const auto actions = editor.code_actions("file:///work/cors.toml", 2, 20, 20);
  CHECK(actions[0]["edit"]["changes"]["file:///work/cors.toml"][0]["newText"] == "");
}

TEST_CASE("a finding can be ignored in the syntax of its file") {
  const std::string title = "Ignore `null-origin` here";
  CHECK(after(actions_in_toml("[cors]\n  allow_origins = [\"null\"]\n", 1), title) ==
        "[cors]\n  # corslint: ignore[null-origin]\n  allow_origins = [\"null\"]\n");
  CHECK(after(actions_in_toml("[cors]\r\nallow_origins = [\r\n  \"null\",\r\n]\r\n", 2), title) ==
        "[cors]\r\nallow_origins = [\r\n  # corslint: ignore[null-origin]\r\n  \"null\",\r\n]\r\n");
  CHECK(after(actions_in("file:///work/.env", "CORS_ORIGINS=null\n", 0), title) ==
        "# corslint: ignore[null-origin]\nCORS_ORIGINS=null\n");
  CHECK(
      after(actions_in("file:///work/a.jsonc", "{\n\t\"cors\": {\"origins\": [\"null\"]}\n}\n", 1),
            title) ==
      "{\n\t// corslint: ignore[null-origin]\n\t\"cors\": {\"origins\": [\"null\"]}\n}\n");
  CHECK(after(actions_in_toml("\uFEFFcors = {origins = [\"null\"]}\n", 0), title) ==
        "\uFEFF# corslint: ignore[null-origin]\ncors = {origins = [\"null\"]}\n");
}

TEST_CASE("an ignore that is there gets one name more") {
  const auto offered = actions_in_toml(
      "[cors]\n# corslint: ignore[insecure-origin] the kiosk\nallow_origins = [\"null\"]\n", 2);
  CHECK(after(offered, "Ignore `null-origin` here") ==
        "[cors]\n# corslint: ignore[insecure-origin, null-origin] the kiosk\n"
        "allow_origins = [\"null\"]\n");
}

TEST_CASE("where a comment on its own line would be text, it stands behind the line") {
  const auto offered =
      actions_in_toml("[cors]\nallow_origins = \"\"\"\nnull\"\"\"\ndialect = \"flask-cors\"\n", 1);
  for (const auto& title : titles_of(offered.actions)) {
    if (!title.starts_with("Ignore")) continue;
    Editor editor;
    editor.open("file:///work/cors.toml", after(offered, title));
    INFO(after(offered, title));
    CHECK(editor.published_rules("file:///work/cors.toml").size() < offered.actions.size());
  }
}

TEST_CASE("no comment is offered where the file's readers know none") {
  const std::string text = "{\"cors\": {\"origins\": [\"null\"]}}\n";
  const std::string title = "Ignore `null-origin` here";
  const auto strict = titles_of(actions_in("file:///work/a.json", text, 0, "json").actions);
  CHECK_THAT(strict, !VectorContains(title));
  CHECK_THAT(strict, VectorContains(std::string("Show documentation of `null-origin`")));
  CHECK_THAT(titles_of(actions_in("file:///work/a.json", text, 0, "jsonc").actions),
             VectorContains(title));
  CHECK_THAT(titles_of(actions_in("file:///work/a.json", "// why\n" + text, 1).actions),
             VectorContains(title));
}

TEST_CASE("all safe fixes are one action") {
  const std::string text =
      "[cors]\ndialect = \"starlette\"\nallow_origins = [\"HTTPS://A.acme.io/\", "
      "\"https://b.acme.io:443\"]\n# \U0001F600 stays\n";
  Editor editor(test::usual_capabilities());
  editor.open("file:///work/cors.toml", text);
  const Json context{
      {"diagnostics", Json::array()}, {"only", Json::array({"source.fixAll"})}, {"triggerKind", 2}};
  const auto actions = editor.code_actions("file:///work/cors.toml", 0, 0, 0, context);
  REQUIRE(actions.size() == 1);
  CHECK(actions[0]["kind"] == "source.fixAll.corslint");
  CHECK(applied(text, actions, actions[0]["title"].get<std::string>()) ==
        "[cors]\ndialect = \"starlette\"\nallow_origins = [\"https://a.acme.io\", "
        "\"https://b.acme.io\"]\n# \U0001F600 stays\n");
}

TEST_CASE("only the kinds that were asked for are offered") {
  Editor editor(test::usual_capabilities());
  const std::string uri = "file:///work/cors.toml";
  editor.open(uri, slash_policy);
  const auto kinds = [&](const Json& context) {
    std::vector<std::string> offered;
    for (const auto& action : editor.code_actions(uri, 2, 0, 99, context))
      offered.push_back(action["kind"]);
    std::ranges::sort(offered);
    offered.erase(std::unique(offered.begin(), offered.end()), offered.end());
    return offered;
  };
  using Kinds = std::vector<std::string>;
  CHECK(kinds({{"only", Json::array({"quickfix"})}}) == Kinds{"quickfix"});
  CHECK(kinds({{"only", Json::array({"source"})}}) == Kinds{"source.fixAll.corslint"});
  CHECK(kinds({{"only", Json::array({"refactor", "source.fixAll.other"})}}).empty());
  CHECK(kinds({{"triggerKind", 2}}) == Kinds{"quickfix"});
  CHECK(kinds(Json::object()) == Kinds{"quickfix", "source.fixAll.corslint"});
}

}  // namespace corslint
