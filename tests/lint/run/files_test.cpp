#include "lint/run/files.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "lint/read/source_file.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::ScratchFolder;
namespace fs = std::filesystem;

/// The paths that were found, relative to the folder.
std::vector<std::string> found_in(const ScratchFolder& folder,
                                  const std::vector<std::string>& paths) {
  std::vector<std::string> result;
  for (const auto& file : find_files(paths).files)
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

TEST_CASE("a file larger than any policy is left out of a folder with a notice") {
  const ScratchFolder folder;
  const auto path = folder.write("a.json", "");
  fs::resize_file(path, largest_file + 1);
  const auto inputs = find_files({folder.path()});
  CHECK(inputs.files.empty());
  CHECK(inputs.notices.size() == 1);
  fs::resize_file(path, largest_file);
  CHECK(find_files({folder.path()}).files.size() == 1);
}

TEST_CASE("a text mentions CORS where it holds one of two words in any case") {
  for (const auto* text :
       {"cors", "CORS", "xCorSx", "origin", "ORIGINS", "allow_origins", "o cors"}) {
    INFO(text);
    CHECK(mentions_cors(text));
  }
  for (const auto* text : {"", "c", "cor", "ors", "origi", "core", "orig in", "c ors"}) {
    INFO(text);
    CHECK_FALSE(mentions_cors(text));
  }
}

}  // namespace corslint
