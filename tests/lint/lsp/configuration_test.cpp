#include <catch2/catch.hpp>

#include "tests/lint/lsp/editor.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::Editor;
using test::Json;
using Rules = std::vector<std::string>;

constexpr auto null_policy = "[cors]\nallow_origins = [\"null\"]\n";

std::string uri_of(const std::string& path) {
  return "file://" + path;
}

}  // namespace

TEST_CASE("the configuration above a document holds for it, and is read again when it is saved") {
  const test::ScratchFolder folder;
  folder.write(".git/HEAD", "");
  const auto uri = uri_of(folder / "cors.toml");
  Editor editor({}, folder.path());
  editor.open(uri, null_policy);
  CHECK(editor.published_rules(uri) == Rules{"null-origin"});

  const Json saved{
      {"textDocument",
       {{"uri", uri_of(folder.write("corslint.toml", "[rules]\nnull-origin = \"off\"\n"))}}}};
  editor.notify("textDocument/didSave", saved);
  CHECK(editor.published_rules(uri).empty());
  folder.write("corslint.toml", "exclude = [\"cors.toml\"]\n");
  editor.notify("workspace/didChangeWatchedFiles", {{"changes", Json::array()}});
  CHECK(editor.published_rules(uri).empty());
  folder.write("corslint.toml", "[rules]\nnull-origin = \"warning\"\n");
  editor.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  CHECK(editor.published_rules(uri) == Rules{"null-origin"});
}

TEST_CASE(
    "what is wrong with a configuration is shown in it, and where it keeps files from checks") {
  const test::ScratchFolder folder;
  folder.write(".git/HEAD", "");
  const std::string broken = "[rules]\nnull-orign = \"off\"\n";
  const auto configuration = uri_of(folder.write("corslint.toml", broken));
  const auto policy = uri_of(folder / "cors.toml");
  Editor editor({}, folder.path());
  editor.open(configuration, broken);
  auto published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  REQUIRE(published[0]["diagnostics"].size() == 1);
  CHECK(published[0]["diagnostics"][0]["range"]["start"]["line"] == 1);
  CHECK_THAT(published[0]["diagnostics"][0]["message"].get<std::string>(),
             Catch::Contains("null-orign"));

  editor.open(policy, null_policy);
  published = editor.take("textDocument/publishDiagnostics");
  REQUIRE(published.size() == 1);
  CHECK_THAT(published[0]["diagnostics"][0]["message"].get<std::string>(),
             Catch::Contains("corslint.toml:2: "));
  editor.replace(configuration, "[rules]\nnull-origin = \"off\"\n");
  CHECK(editor.published_rules(configuration).empty());
}

}  // namespace corslint
