#include "lint/run/files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <utility>
#include <vector>

#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::ScratchFolder;
namespace fs = std::filesystem;

/// The paths that were found, relative to the folder.
std::vector<std::string> found_in(const ScratchFolder& folder,
                                  const std::vector<std::string>& paths,
                                  const FileSelection& selection = {}) {
  std::vector<std::string> result;
  for (const auto& file : find_files(paths, selection).files)
    result.push_back(fs::path(file.path).lexically_relative(folder.path()).string());
  return result;
}

}  // namespace

TEST_CASE("a folder is searched for policy files by their names") {
  const ScratchFolder folder;
  for (const auto* name :
       {"a.toml", "b.json", "c.jsonc", ".env", ".env.production", "d/e/f.toml", ".github/g.json",
        "readme.md", "h.py", "i.yaml", "package-lock.json", "poetry.lock", "j.txt"})
    folder.write(name, "");
  CHECK(found_in(folder, {folder.path()}) ==
        std::vector<std::string>{".env", ".env.production", ".github/g.json", "a.toml", "b.json",
                                 "c.jsonc", "d/e/f.toml"});
}

TEST_CASE("folders that others fill are left out") {
  const ScratchFolder folder;
  for (const auto* name : {".git", "node_modules", ".venv", "venv", "vendor", "dist", "build",
                           "target", "__pycache__", ".next"})
    folder.write(std::string(name) + "/a.json", "");
  folder.write("own-environment/pyvenv.cfg", "");
  folder.write("own-environment/a.json", "");
  folder.write("builder/a.json", "");
  CHECK(found_in(folder, {folder.path()}) == std::vector<std::string>{"builder/a.json"});
}

TEST_CASE("a folder that is named itself is searched whatever it is called") {
  const ScratchFolder folder;
  folder.write("dist/a.json", "");
  CHECK(found_in(folder, {folder / "dist"}) == std::vector<std::string>{"dist/a.json"});
}

TEST_CASE("a named file is linted whatever it is called") {
  const ScratchFolder folder;
  const auto path = folder.write("policy.conf", "");
  const auto inputs = find_files({path});
  REQUIRE(inputs.files.size() == 1);
  CHECK(inputs.files[0].path == path);
  CHECK(inputs.files[0].origin == FileOrigin::named);
}

TEST_CASE("one file is linted once, and counts as named if it was") {
  const ScratchFolder folder;
  const auto path = folder.write("a.toml", "");
  fs::create_symlink("a.toml", folder / "0.toml");
  const auto inputs = find_files({folder.path(), path, folder / "." + "/a.toml"});
  REQUIRE(inputs.files.size() == 1);
  CHECK(inputs.files[0].origin == FileOrigin::named);
  CHECK(found_in(folder, {folder.path()}) == std::vector<std::string>{"a.toml"});
}

TEST_CASE("links that lead round in circles end the search") {
  const ScratchFolder folder;
  folder.write("a/b.toml", "");
  fs::create_directory_symlink("..", folder / "a/up");
  fs::create_symlink("self.toml", folder / "self.toml");
  fs::create_symlink("nowhere.toml", folder / "dangling.toml");
  CHECK(found_in(folder, {folder.path()}) == std::vector<std::string>{"a/b.toml"});
}

TEST_CASE("a missing path is a problem and the rest is found") {
  const ScratchFolder folder;
  folder.write("a.toml", "");
  const auto inputs = find_files({folder / "none", folder.path()});
  CHECK(inputs.files.size() == 1);
  REQUIRE(inputs.problems.size() == 1);
  CHECK_THAT(inputs.problems[0], Catch::EndsWith("none: no such file or directory"));
}

TEST_CASE("pipes in a folder are left out") {
  const ScratchFolder folder;
  REQUIRE(::mkfifo((folder / "a.toml").c_str(), 0600) == 0);
  CHECK(find_files({folder.path()}).files.empty());
}

TEST_CASE("links to files are followed within the folder, and not out of it") {
  const ScratchFolder folder;
  const ScratchFolder elsewhere;
  folder.write("settings/policy", "");
  elsewhere.write("secret.toml", "");
  fs::create_symlink("settings/policy", folder / "inside.toml");
  fs::create_symlink(elsewhere / "secret.toml", folder / "outside.toml");
  CHECK(found_in(folder, {folder.path()}) == std::vector<std::string>{"inside.toml"});
}

TEST_CASE("globs leave out files and whole folders, and are relative to the folder that is named") {
  const ScratchFolder folder;
  for (const auto* name : {"a.json", "b.json", "sub/a.json", "sub/keep/a.json", "other/c.json"})
    folder.write(name, "");
  const auto found = [&](std::vector<std::string> globs) {
    FileSelection selection;
    selection.extend_exclude.push_back({.globs = std::move(globs)});
    return found_in(folder, {folder.path()}, selection);
  };
  CHECK(found({"a.json"}) == std::vector<std::string>{"b.json", "other/c.json"});
  CHECK(found({"/a.json", "sub/*.json"}) ==
        std::vector<std::string>{"b.json", "other/c.json", "sub/keep/a.json"});
  CHECK(found({"sub/"}) == std::vector<std::string>{"a.json", "b.json", "other/c.json"});
  CHECK(found({"*.json", "!c.json"}) == std::vector<std::string>{"other/c.json"});
}

TEST_CASE("globs of a folder mean only what lies in it") {
  const ScratchFolder folder;
  for (const auto* name : {"a.json", "sub/a.json", "subway/a.json"}) folder.write(name, "");
  FileSelection selection;
  selection.extend_exclude.push_back({.folder = folder / "sub", .globs = {"/a.json"}});
  CHECK(found_in(folder, {folder.path()}, selection) ==
        std::vector<std::string>{"a.json", "subway/a.json"});
}

TEST_CASE("globs in the place of the usual folders leave those in, but git's own") {
  const ScratchFolder folder;
  for (const auto* name : {"dist/a.json", "x/b.json", ".git/c.json", ".vscode/d.json"})
    folder.write(name, "");
  FileSelection selection;
  selection.exclude = GlobList{.globs = {"x"}};
  CHECK(found_in(folder, {folder.path()}, selection) ==
        std::vector<std::string>{".vscode/d.json", "dist/a.json"});
  CHECK(found_in(folder, {folder.path()}, {.hidden = true}) ==
        std::vector<std::string>{".vscode/d.json", "x/b.json"});
}

TEST_CASE("what is named is left out only where the globs are to be forced") {
  const ScratchFolder folder;
  const auto path = folder.write("old/a.json", "");
  FileSelection selection;
  selection.extend_exclude.push_back({.folder = folder.path(), .globs = {"old/"}});
  CHECK(find_files({path, folder / "old"}, selection).files.size() == 1);
  selection.force_exclude = true;
  CHECK(find_files({path}, selection).files.empty());
  CHECK(find_files({folder / "old"}, selection).files.empty());
  CHECK(find_files({path}, selection).problems.empty());
}

TEST_CASE("for each file that is left out there is a reason") {
  const ScratchFolder folder;
  for (const auto* name : {"a.toml", "b.py", "c.py", "node_modules/d.json", "yarn-lock.json",
                           "own/pyvenv.cfg", "own/e.json", "old/f.json", "old/g.json"})
    folder.write(name, "");
  FileSelection selection{.explain = true};
  selection.extend_exclude.push_back({.globs = {"old"}});
  auto inputs = find_files({folder.path()}, selection);
  std::ranges::sort(inputs.left_out, {}, &LeftOut::path);
  REQUIRE(inputs.left_out.size() == 4);
  CHECK(inputs.left_out[0].path == folder / "node_modules/");
  CHECK(inputs.left_out[1].path == folder / "old/");
  CHECK(inputs.left_out[1].reason == "the glob `old` excludes it");
  CHECK(inputs.left_out[2].reason == "it is a virtual environment of Python");
  CHECK(inputs.left_out[3].reason == "it is a lock file");
  CHECK(inputs.other_kinds.at(".py") == 2);
  CHECK(find_files({folder.path()}).left_out.empty());
}

}  // namespace corslint
