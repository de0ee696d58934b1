#include "lint/run/reported_path.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/scratch_folder.h"

namespace corslint {
namespace {

struct Case {
  std::string what;
  std::string path;
  std::string root;
  std::string reported;
};

const std::vector<Case> cases{
    {"below the working directory", "a.toml", "/repository", "app/a.toml"},
    {"with dots", "./x/../a.toml", "/repository", "app/a.toml"},
    {"beside the working directory", "../a.toml", "/repository", "a.toml"},
    {"absolute", "/repository/b/a.toml", "/repository", "b/a.toml"},
    {"absolute, with dots", "/repository/b/../a.toml", "/repository", "a.toml"},
    {"absolute, with a doubled slash", "/repository//a.toml", "/repository", "a.toml"},
    {"below the root of the system", "/b/a.toml", "/", "b/a.toml"},
    {"outside of the repository", "/elsewhere/a.toml", "/repository", "/elsewhere/a.toml"},
    {"outside by dots", "../../a.toml", "/repository", "../../a.toml"},
    {"a name that begins with dots", "..a.toml", "/repository/app", "..a.toml"},
    {"a sibling with the same beginning", "/repository2/a", "/repository", "/repository2/a"},
    {"without a repository", "./a.toml", "", "./a.toml"},
};

}  // namespace

TEST_CASE("a file is reported relative to its repository or as given") {
  for (const auto& [what, path, root, reported] : cases) {
    INFO(what);
    CHECK(reported_path(path, "/repository/app", root) == reported);
  }
}

TEST_CASE("the nearest folder upwards with .git is the root") {
  const test::ScratchFolder folder;
  folder.write("outer/.git/HEAD", "");
  folder.write("outer/a/b/c", "");
  folder.write("outer/tree/.git", "gitdir: elsewhere");
  folder.write("outer/tree/d/e", "");
  CHECK(repository_root(folder / "outer/a/b") == folder / "outer");
  CHECK(repository_root(folder / "outer") == folder / "outer");
  CHECK(repository_root(folder / "outer/tree/d") == folder / "outer/tree");
}

}  // namespace corslint
