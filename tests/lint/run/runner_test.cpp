#include "lint/run/runner.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/report/report.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::ScratchFolder;

std::string report_with(const ScratchFolder& folder, std::size_t threads) {
  auto result = run({.paths = {folder.path()}, .threads = threads});
  return json_report({std::move(result.files), result.files_checked});
}

}  // namespace

TEST_CASE("any number of workers gives the same report") {
  const ScratchFolder folder;
  for (int i = 0; i < 60; ++i)
    folder.write("service" + std::to_string(i) + "/cors.toml",
                 "[cors]\nallow_origins = [\"null\", \"https://a.acme.io/\"]\n");
  const auto alone = report_with(folder, 1);
  CHECK_THAT(alone, Catch::Contains("null-origin"));
  CHECK(report_with(folder, 8) == alone);
  CHECK(report_with(folder, 1000) == alone);
}

TEST_CASE("files without anything about CORS are counted and not reported") {
  const ScratchFolder folder;
  folder.write("a.toml", "[server]\nport = 1\n");
  folder.write("b.json", "this is no JSON");
  const auto result = run({.paths = {folder.path()}});
  CHECK(result.files.empty());
  CHECK(result.files_checked == 2);
  CHECK(result.problems.empty());
}

TEST_CASE("a path that cannot be read does not keep the others from being linted") {
  const ScratchFolder folder;
  folder.write("a.toml", "[cors]\nallow_origins = [\"null\"]\n");
  const auto result = run({.paths = {"/dev/zero", folder.path(), folder / "none"}});
  CHECK(result.files.size() == 1);
  REQUIRE(result.problems.size() == 2);
  CHECK_THAT(result.problems[0], Catch::EndsWith("none: no such file or directory"));
  CHECK(result.problems[1] == "/dev/zero: is a device; use `-` to read standard input");
}

TEST_CASE("a named file without a telling name is read in the format that its text is in") {
  const ScratchFolder folder;
  const auto path = folder.write("policy", "{\"cors\": {\"allow_origins\": [\"null\"]}}");
  const auto result = run({.paths = {path}});
  REQUIRE(result.files.size() == 1);
  CHECK(result.files[0].policies.size() == 1);
}

TEST_CASE("a file larger than any policy is left out of a folder with a notice") {
  const ScratchFolder folder;
  const auto path = folder.write("a.json", "");
  std::filesystem::resize_file(path, largest_file + 1);
  const auto result = run({.paths = {folder.path()}});
  CHECK(result.files_checked == 0);
  CHECK(result.problems.empty());
  REQUIRE(result.notices.size() == 1);
  CHECK_THAT(result.notices[0], Catch::EndsWith("left out: it is larger than any policy"));
}

TEST_CASE("what would be linted is listed without being linted") {
  const ScratchFolder folder;
  folder.write("a.toml", "[cors]\nallow_origins = [\"null\"]\n");
  folder.write("b.toml", "[server]\n");
  const auto result =
      run({.paths = {folder.path()}, .selection = {.explain = true}, .only_lists = true});
  CHECK(result.files.empty());
  CHECK(result.listed == std::vector<std::string>{folder / "a.toml"});
  REQUIRE(result.search.left_out.size() == 1);
  CHECK(result.search.left_out[0].path == folder / "b.toml");
}

}  // namespace corslint
