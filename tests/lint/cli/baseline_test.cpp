#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::run_corslint;
using test::ScratchFolder;

const std::string bad = "[cors]\nallow_origins = [\"null\", \"https://a.acme.io/\"]\n";

test::ProcessResult check(const ScratchFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(),
                   {"check", "-f", "concise", "--select", "null-origin,trailing-slash"});
  return run_corslint(arguments, {.working_directory = folder.path()});
}

}  // namespace

TEST_CASE("a written baseline silences what is there, and only that") {
  const ScratchFolder folder;
  folder.write("a.toml", bad);
  const auto written = check(folder, {"--write-baseline", "known.json"});
  CHECK(written.status == 0);
  CHECK(written.standard_error == "corslint: known.json: written, with 2 findings\n");
  CHECK(check(folder, {"--baseline", "known.json"}).status == 0);
  CHECK(check(folder, {}).status == 1);

  folder.write("b.toml", bad);
  const auto two = check(folder, {"--baseline", "known.json"});
  CHECK(two.status == 1);
  CHECK_THAT(two.standard_output, Catch::StartsWith("b.toml:2:") && !Catch::Contains("a.toml"));
}

TEST_CASE("a moved file stays quiet, and a finding that is gone is said to be") {
  const ScratchFolder folder;
  const auto path = folder.write("a.toml", bad);
  (void)check(folder, {"--write-baseline", "known.json"});
  std::filesystem::rename(path, folder / "b.toml");
  const auto moved = check(folder, {"--baseline", "known.json"});
  CHECK(moved.status == 0);
  CHECK(moved.standard_error.empty());
  folder.write("b.toml", "[cors]\nallow_origins = [\"null\"]\n");
  const auto gone = check(folder, {"--baseline", "known.json"});
  CHECK(gone.status == 0);
  CHECK(
      gone.standard_error ==
      "corslint: known.json: 1 finding that it lists is gone; `--write-baseline known.json` takes "
      "it out\n");
  CHECK(check(folder, {"-q", "--baseline", "known.json"}).standard_error.empty());
}

TEST_CASE("writing anew keeps what the run did not look at") {
  const ScratchFolder folder;
  folder.write("a.toml", bad);
  folder.write("b.toml", bad);
  (void)check(folder, {"--write-baseline", "known.json"});
  folder.write("a.toml", "[cors]\nallow_origins = [\"https://a.acme.io\"]\n");
  const auto part = check(folder, {"--write-baseline", "known.json", "a.toml"});
  CHECK(part.standard_error == "corslint: known.json: written, with 2 findings\n");
  CHECK(check(folder, {"--baseline", "known.json"}).standard_error.empty());
  const auto one_rule =
      run_corslint({"--select", "null-origin", "-q", "--write-baseline", "known.json"},
                   {.working_directory = folder.path()});
  CHECK(one_rule.status == 0);
  CHECK(check(folder, {"--baseline", "known.json"}).status == 0);
  std::filesystem::remove(folder / "b.toml");
  const auto removed = check(folder, {"--write-baseline", "known.json"});
  CHECK(removed.standard_error == "corslint: known.json: written, with 0 findings\n");
}

TEST_CASE("the configuration names a baseline, relative to its folder") {
  const ScratchFolder folder;
  folder.write("project/corslint.toml", "baseline = \"ci/known.json\"\n");
  folder.write("project/a.toml", bad);
  const auto missing = check(folder, {"project"});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.standard_error,
             Catch::StartsWith("error: `ci/known.json` cannot be read: No such file") &&
                 Catch::Contains("--> project/corslint.toml:1:12"));
  std::filesystem::create_directory(folder / "project/ci");
  CHECK(check(folder, {"--write-baseline", "project/ci/known.json", "project"}).status == 0);
  CHECK(check(folder, {"project"}).status == 0);
  CHECK(check(folder, {"--no-ignores", "project"}).status == 1);
  CHECK(check(folder, {"--no-config", "project"}).status == 1);
}

TEST_CASE("a baseline that cannot be used ends with 2 and is left as it is") {
  const ScratchFolder folder;
  folder.write("a.toml", bad);
  folder.write("known.json", "{\n<<<<<<< HEAD\n");
  for (const std::string option : {"--baseline", "--write-baseline"}) {
    const auto result = check(folder, {option, "known.json"});
    CAPTURE(option, result.standard_error);
    CHECK(result.status == 2);
    CHECK_THAT(result.standard_error, Catch::Contains("--> known.json:2:1"));
  }
  CHECK(test::content_of_file(folder / "known.json") == "{\n<<<<<<< HEAD\n");
  const auto none = check(folder, {"--baseline", "none.json"});
  CHECK(none.status == 2);
  CHECK_THAT(none.standard_error, Catch::Contains("--baseline: none.json: cannot be read"));
  const auto both = check(folder, {"--baseline", "a", "--write-baseline", "b"});
  CHECK(both.status == 2);
  CHECK_THAT(both.standard_error, Catch::Contains("exclude each other"));
}

}  // namespace corslint
