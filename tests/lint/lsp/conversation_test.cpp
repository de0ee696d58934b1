#include <catch2/catch.hpp>

#include "tests/lint/lsp/editor.h"

namespace corslint {
namespace {

using lsp::ErrorCode;
using test::Editor;
using test::Json;
using test::usual_capabilities;
using Rules = std::vector<std::string>;

constexpr auto null_policy = "[cors]\nallow_origins = [\"null\"]\n";
constexpr auto sound_policy = "[cors]\nallow_origins = [\"https://app.acme.io\"]\n";
const std::string uri = "file:///work/cors.toml";

int code_of(const Json& answer) {
  return answer["error"]["code"];
}

int number(ErrorCode code) {
  return static_cast<int>(code);
}

Json changed(int version, const Json& changes) {
  return {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", changes}};
}

Json insertion(int line, int character, const std::string& text) {
  const Json place{{"line", line}, {"character", character}};
  return {{"range", {{"start", place}, {"end", place}}}, {"text", text}};
}

}  // namespace

TEST_CASE("the server says what it can do") {
  lsp::LanguageServer server;
  server.receive(lsp::framed(
      R"({"jsonrpc":"2.0","id":"a","method":"initialize","params":{"capabilities":{}}})"));
  const auto written = server.work();
  const auto answer = Json::parse(written.substr(written.find('{')));
  const auto& capabilities = answer["result"]["capabilities"];
  CHECK(answer["id"] == "a");
  CHECK(capabilities["positionEncoding"] == "utf-16");
  CHECK(capabilities["textDocumentSync"]["change"] == 2);
  CHECK(capabilities["hoverProvider"] == true);
  // What the editor does not know is not offered.
  CHECK_FALSE(capabilities.contains("diagnosticProvider"));
  CHECK_FALSE(capabilities.contains("codeActionProvider"));
  CHECK(answer["result"]["serverInfo"]["name"] == "corslint");
}

TEST_CASE("findings are published when a document opens, changes and closes") {
  Editor editor;
  editor.open(uri, null_policy);
  auto published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  CHECK(published[0]["version"] == 1);
  CHECK(published[0]["diagnostics"].size() == 1);

  editor.replace(uri, sound_policy, 2);
  published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  CHECK(published[0]["version"] == 2);
  CHECK(published[0]["diagnostics"] == Json::array());

  editor.replace(uri, null_policy, 3);
  CHECK(editor.published_rules(uri) == Rules{"null-origin"});
  editor.notify("textDocument/didSave", {{"textDocument", {{"uri", uri}}}});
  CHECK(editor.published_rules(uri) == Rules{"null-origin"});
  editor.notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
  published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  CHECK(published[0]["diagnostics"] == Json::array());
}

TEST_CASE("changes are taken over one after the other") {
  Editor editor;
  editor.open(uri, "[cors]\n# \U0001F600\nallow_origins = []\n");
  editor.notify("textDocument/didChange",
                changed(2, Json::array({insertion(2, 17, "\"x\""), insertion(1, 4, "!\n#"),
                                        insertion(3, 18, "null"),
                                        Json{{"range",
                                              {{"start", {{"line", 3}, {"character", 22}}},
                                               {"end", {{"line", 3}, {"character", 23}}}}},
                                             {"text", ""}}})));
  CHECK(editor.published_rules(uri) == Rules{"null-origin"});
}

TEST_CASE("a text is linted once for all changes that wait") {
  Editor editor;
  editor.open(uri, sound_policy);
  editor.take("textDocument/publishDiagnostics");
  std::string stream;
  for (int version = 2; version < 50; ++version)
    stream += lsp::framed(lsp::written(lsp::notification(
        "textDocument/didChange", changed(version, Json::array({insertion(2, 0, "#\n")})))));
  editor.server().receive(stream);
  lsp::FrameReader reader;
  reader.feed(editor.server().work());
  const auto published = Json::parse(reader.next().value().content);
  CHECK(published["params"]["version"] == 49);
  CHECK_FALSE(reader.next());
}

TEST_CASE("a document that is no policy file gets nothing, whatever it says") {
  Editor editor;
  editor.open("file:///work/readme.md", null_policy, "markdown");
  editor.open("file:///work/main.py", null_policy, "python");
  CHECK(editor.take("textDocument/publishDiagnostics").empty());
  // The language counts where the name tells nothing.
  editor.open("untitled:Untitled-1", null_policy, "toml");
  CHECK(editor.published_rules("untitled:Untitled-1") == Rules{"null-origin"});
  editor.open("untitled:Untitled-2", "CORS_ORIGINS=null\n", "dotenv");
  CHECK(editor.published_rules("untitled:Untitled-2") == Rules{"null-origin"});
}

TEST_CASE("an editor that asks for findings is not sent any") {
  auto capabilities = usual_capabilities();
  capabilities["textDocument"]["diagnostic"] = Json::object();
  capabilities["workspace"]["diagnostics"] = {{"refreshSupport", true}};
  Editor editor(capabilities);
  editor.open(uri, null_policy);
  CHECK(editor.take("textDocument/publishDiagnostics").empty());
  const Json params{{"textDocument", {{"uri", uri}}}};
  auto report = editor.result_of("textDocument/diagnostic", params);
  CHECK(report["kind"] == "full");
  CHECK(report["items"][0]["code"] == "null-origin");

  auto again = params;
  again["previousResultId"] = report["resultId"];
  CHECK(editor.result_of("textDocument/diagnostic", again)["kind"] == "unchanged");
  editor.replace(uri, sound_policy);
  report = editor.result_of("textDocument/diagnostic", again);
  CHECK(report["kind"] == "full");
  CHECK(report["items"] == Json::array());

  CHECK(editor.take("workspace/diagnostic/refresh").empty());
  editor.notify("workspace/didChangeWatchedFiles", {{"changes", Json::array()}});
  CHECK(editor.take("workspace/diagnostic/refresh").size() == 1);
}

TEST_CASE("requests in the wrong order or with the wrong words get their error") {
  lsp::LanguageServer early;
  early.receive(lsp::framed(R"({"jsonrpc":"2.0","id":1,"method":"shutdown"})"));
  CHECK_THAT(early.work(), Catch::Contains("-32002"));

  Editor editor;
  editor.open(uri, null_policy);
  CHECK(code_of(editor.ask("initialize", Json::object())) == number(ErrorCode::invalid_request));
  CHECK(code_of(editor.ask("textDocument/formatting", Json::object())) ==
        number(ErrorCode::method_not_found));
  CHECK(code_of(editor.ask("$/unknown", Json::object())) == number(ErrorCode::method_not_found));
  CHECK(code_of(editor.ask("textDocument/hover", Json::array())) ==
        number(ErrorCode::invalid_params));
  CHECK(code_of(editor.ask("workspace/executeCommand", {{"command", "rm"}})) ==
        number(ErrorCode::invalid_params));
  editor.result_of("shutdown", nullptr);
  CHECK(code_of(editor.ask("textDocument/hover", Json::object())) ==
        number(ErrorCode::invalid_request));
  CHECK_FALSE(editor.server().has_ended());
  editor.notify("exit", nullptr);
  CHECK(editor.server().has_ended());
  CHECK(editor.server().ended_well());
}

TEST_CASE("an end without a shutdown is a bad one") {
  Editor editor;
  editor.notify("exit", nullptr);
  CHECK(editor.server().has_ended());
  CHECK_FALSE(editor.server().ended_well());
}

TEST_CASE("a request that waits can be cancelled") {
  Editor editor;
  editor.open(uri, null_policy);
  editor.server().receive(
      lsp::framed(R"({"jsonrpc":"2.0","id":"x","method":"textDocument/hover","params":{}})") +
      lsp::framed(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"x"}})") +
      lsp::framed(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"other"}})"));
  CHECK_THAT(editor.server().work(), Catch::Contains("-32800"));
}

TEST_CASE("files beside the documents are watched where the editor can do that") {
  Editor editor(Json{{"workspace", {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}}});
  const auto registered = editor.take("client/registerCapability");
  REQUIRE(registered.size() == 1);
  CHECK(registered[0]["registrations"][0]["method"] == "workspace/didChangeWatchedFiles");
  CHECK(Editor().take("client/registerCapability").empty());
}

TEST_CASE("a rule's documentation is shown in whatever way the editor can") {
  const Json params{{"command", "corslint.showDocumentation"},
                    {"arguments", Json::array({"null-origin"})}};
  Editor plain;
  plain.result_of("workspace/executeCommand", params);
  const auto messages = plain.take("window/showMessage");
  REQUIRE(messages.size() == 1);
  CHECK_THAT(messages[0]["message"].get<std::string>(), Catch::Contains("# null-origin"));

  Editor modern(Json{{"window", {{"showDocument", {{"support", true}}}}}});
  modern.result_of("workspace/executeCommand", params);
  const auto shown = modern.take("window/showDocument");
  REQUIRE(shown.size() == 1);
  CHECK(shown[0]["external"] == true);
  CHECK_THAT(shown[0]["uri"].get<std::string>(), Catch::StartsWith("https://"));
}

}  // namespace corslint
