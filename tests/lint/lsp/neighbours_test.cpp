#include <catch2/catch.hpp>

#include "tests/lint/lsp/editor.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::Editor;
using test::Json;
using Rules = std::vector<std::string>;

constexpr auto development_policy =
    "[cors]\nenvironment = \"development\"\nallow_origins = [\"http://localhost:5173\"]\n";
constexpr auto package = R"({"scripts": {"dev": "vite"}, "devDependencies": {"vite": "^5.0.0"}})";
constexpr auto moved_package =
    R"({"scripts": {"dev": "vite --port 5174"}, "devDependencies": {"vite": "^5.0.0"}})";

std::string uri_of(const std::string& path) {
  return "file://" + path;
}

bool misses_origin(Editor& editor, const std::string& uri) {
  const auto rules = editor.published_rules(uri);
  INFO(rules.front());
  REQUIRE(rules != Rules{"(nothing)"});
  return std::ranges::find(rules, "missing-dev-origin") != rules.end();
}

}  // namespace

TEST_CASE("what lies beside a document counts as the editor has it") {
  const test::ScratchFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("package.json", package);
  const auto policy = uri_of(folder / "cors.toml");
  const auto beside = uri_of(folder / "package.json");
  Editor editor({}, folder.path());
  editor.open(policy, development_policy);
  CHECK_FALSE(misses_origin(editor, policy));

  // Not saved yet, and no change of the policy itself.
  editor.open(beside, package);
  CHECK_FALSE(misses_origin(editor, policy));
  editor.replace(beside, moved_package);
  CHECK(misses_origin(editor, policy));
  editor.notify("textDocument/didClose", {{"textDocument", {{"uri", beside}}}});
  CHECK_FALSE(misses_origin(editor, policy));
}

TEST_CASE("what changes on the disk counts once the editor says so") {
  const test::ScratchFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("package.json", package);
  const auto policy = uri_of(folder / "cors.toml");
  Editor editor({}, folder.path());
  editor.open(policy, development_policy);
  CHECK_FALSE(misses_origin(editor, policy));
  folder.write("package.json", moved_package);
  editor.notify("workspace/didChangeWatchedFiles", {{"changes", Json::array()}});
  CHECK(misses_origin(editor, policy));
}

TEST_CASE("a document is judged as the file of that name would be") {
  const test::ScratchFolder folder;
  folder.write(".git/HEAD", "");
  const auto uri = uri_of(folder / "deploy/prod/cors.toml");
  Editor editor;
  editor.open(uri, "[cors]\nallow_origins = [\"http://kiosk.acme.io\"]\n");
  CHECK(editor.published_rules(uri) == Rules{"insecure-origin"});
}

}  // namespace corslint
