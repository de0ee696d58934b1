#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::content_of_file;
using test::run_corslint;
using test::run_process;
using test::ScratchFolder;

const std::string with_slash =
    "[cors]\nallow_origins = [\"https://app.acme.io/\"]\nmax_age = 600\n";
const std::string without_slash =
    "[cors]\nallow_origins = [\"https://app.acme.io\"]\nmax_age = 600\n";
const std::string without_scheme = "[cors]\nallow_origins = [\"app.acme.io\"]\nmax_age = 600\n";
const std::string with_null_too =
    "[cors]\nallow_origins = [\"https://app.acme.io/\", \"null\"]\nmax_age = 600\n";

std::size_t files_in(const std::string& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_directory()) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("check --fix changes the file and reports what remains") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", with_null_too);
  const auto result =
      run_corslint({"check", "--fix", "cors.toml"}, {.working_directory = folder.path()});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_output, Catch::Contains("error[null-origin]"));
  CHECK_THAT(result.standard_output, !Catch::Contains("trailing-slash"));
  CHECK_THAT(result.standard_error, Catch::StartsWith("corslint: fixed 1 finding in 1 file"));
  CHECK_THAT(content_of_file(path), Catch::Contains("\"https://app.acme.io\", \"null\""));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("check --fix ends with 0 where everything was fixed, and does nothing the second time") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", with_slash);
  const auto first = run_corslint({"--fix", path});
  CHECK(first.status == 0);
  CHECK(first.standard_output == "No findings in 1 policy, 1 file.\n");
  CHECK(content_of_file(path) == without_slash);

  struct stat before {};
  REQUIRE(::stat(path.c_str(), &before) == 0);
  const auto second = run_corslint({"--fix", path});
  struct stat after {};
  REQUIRE(::stat(path.c_str(), &after) == 0);
  CHECK(second.status == 0);
  CHECK(second.standard_error.empty());
  CHECK(before.st_ino == after.st_ino);
}

TEST_CASE("a fix that would bring up another finding is kept back, and that is said") {
  const ScratchFolder folder;
  const auto path = folder.write(
      "cors.toml", "[cors]\norigins = [\"https://app.acme.io\"]\nmethods = \"GET,POST\"\n");
  const auto result = run_corslint({"--fix", "--unsafe-fixes", path});
  CHECK(result.status == 1);
  CHECK(result.standard_error ==
        "corslint: 1 finding keeps its fix, which would bring up another finding\n");
}

TEST_CASE("unsafe fixes are applied only where they are asked for") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", without_scheme);
  const auto safe = run_corslint({"--fix", path});
  CHECK(safe.status == 1);
  CHECK(safe.standard_error == "corslint: 1 finding has an unsafe fix (`--unsafe-fixes`)\n");
  CHECK(content_of_file(path) == without_scheme);
  const auto unsafe = run_corslint({"--fix", "--unsafe-fixes", path});
  CHECK(unsafe.status == 0);
  CHECK(content_of_file(path) == without_slash);
}

TEST_CASE("check --unsafe-fixes alone changes nothing and counts them as fixable") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", without_scheme);
  const auto fixable = [&](const std::vector<std::string>& arguments) {
    const auto result = run_corslint(arguments);
    return nlohmann::json::parse(result.standard_output)["summary"]["fixable"].get<int>();
  };
  CHECK(fixable({"-f", "json", path}) == 0);
  CHECK(fixable({"-f", "json", "--unsafe-fixes", path}) == 1);
  CHECK(content_of_file(path) == without_scheme);
}

TEST_CASE("check --diff prints a patch, changes nothing and ends with 1") {
  const ScratchFolder folder;
  const auto path = folder.write("sub/cors.toml", with_slash);
  const auto result = run_corslint({"--diff", "--fix", "."}, {.working_directory = folder.path()});
  CHECK(result.status == 1);
  CHECK(result.standard_output ==
        "--- a/sub/cors.toml\n+++ b/sub/cors.toml\n@@ -1,3 +1,3 @@\n [cors]\n"
        "-allow_origins = [\"https://app.acme.io/\"]\n+allow_origins = [\"https://app.acme.io\"]\n"
        " max_age = 600\n");
  CHECK(result.standard_error == "corslint: would fix 1 finding in 1 file\n");
  CHECK(content_of_file(path) == with_slash);

  const auto patched =
      run_process("/usr/bin/patch", {"-p1", "-s"},
                  {.stdin_text = result.standard_output, .working_directory = folder.path()});
  CHECK(patched.status == 0);
  CHECK(content_of_file(path) == without_slash);
  const auto again = run_corslint({"--diff", "."}, {.working_directory = folder.path()});
  CHECK(again.status == 0);
  CHECK(again.standard_output.empty());
}

TEST_CASE("check --diff names an absolute path from the working directory") {
  const ScratchFolder folder;
  const auto path = folder.write("sub/cors.toml", with_slash);
  const auto inside = run_corslint({"--diff", path}, {.working_directory = folder.path()});
  CHECK_THAT(inside.standard_output, Catch::StartsWith("--- a/sub/cors.toml\n"));
  const auto outside = run_corslint({"--diff", path}, {.working_directory = "/"});
  CHECK_THAT(outside.standard_output, Catch::StartsWith("--- a" + path + "\n"));
}

TEST_CASE("a report in a file is written beside a patch") {
  const ScratchFolder folder;
  folder.write("cors.toml", with_slash);
  const auto result = run_corslint({"--diff", "--format", "json=report.json", "cors.toml"},
                                   {.working_directory = folder.path()});
  CHECK_THAT(result.standard_output, Catch::StartsWith("--- a/"));
  const auto report = nlohmann::json::parse(content_of_file(folder / "report.json"));
  CHECK(report["summary"]["fixable"] == 1);
}

TEST_CASE("check --fix-only says what was fixed on standard error and ends with 0") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", with_null_too);
  const auto result =
      run_corslint({"--fix-only", "cors.toml"}, {.working_directory = folder.path()});
  CHECK(result.status == 0);
  CHECK(result.standard_output.empty());
  CHECK_THAT(result.standard_error,
             Catch::StartsWith("cors.toml:2:") && Catch::Contains("fixed[trailing-slash] "));
  CHECK_THAT(content_of_file(path), !Catch::Contains("acme.io/"));
}

TEST_CASE("the fixed text of standard input goes to standard output") {
  const auto fixed =
      run_corslint({"--fix", "--stdin-filename", "cors.toml", "-"}, {.stdin_text = with_null_too});
  CHECK(fixed.status == 1);
  CHECK(fixed.standard_output ==
        "[cors]\nallow_origins = [\"https://app.acme.io\", \"null\"]\nmax_age = 600\n");
  CHECK_THAT(fixed.standard_error, Catch::Contains("error[null-origin]"));

  const auto sound = run_corslint({"--fix-only", "-"}, {.stdin_text = without_slash});
  CHECK(sound.standard_output == without_slash);
  CHECK(sound.status == 0);
  const auto unrelated = run_corslint({"--fix", "-"}, {.stdin_text = "a = 1"});
  CHECK(unrelated.standard_output == "a = 1");

  const auto patch =
      run_corslint({"--diff", "--stdin-filename", "x/cors.toml", "-"}, {.stdin_text = with_slash});
  CHECK(patch.status == 1);
  CHECK_THAT(patch.standard_output, Catch::StartsWith("--- a/x/cors.toml\n"));
}

TEST_CASE("a report in JSON stays valid JSON after --fix") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", with_null_too);
  const auto result = run_corslint({"--fix", "--format", "json", path});
  const auto report = nlohmann::json::parse(result.standard_output);
  CHECK(report["summary"]["fixable"] == 0);
  for (const auto& diagnostic : report["diagnostics"])
    CHECK(diagnostic["rule"] != "trailing-slash");
}

TEST_CASE("a file that cannot be written ends with 2, and the others are fixed") {
  const ScratchFolder folder;
  const auto locked = folder.write("a.toml", with_slash);
  const auto open = folder.write("b.toml", with_slash);
  REQUIRE(::chmod(locked.c_str(), 0444) == 0);
  for (const std::string option : {"--fix", "--fix-only"}) {
    const auto result = run_corslint({option, "."}, {.working_directory = folder.path()});
    CHECK(result.status == 2);
    CHECK_THAT(result.standard_error,
               Catch::StartsWith("corslint: ./a.toml: cannot be fixed: it is read-only\n") ||
                   Catch::StartsWith("corslint: a.toml: cannot be fixed: it is read-only\n"));
    CHECK(content_of_file(locked) == with_slash);
    CHECK(content_of_file(open) == without_slash);
  }
  // The report speaks of the file as it still is.
  const auto report = run_corslint({"--fix", "-f", "concise", locked});
  CHECK_THAT(report.standard_output, Catch::Contains("error[trailing-slash]"));
}

TEST_CASE("where the new text cannot be written, the old one stays and nothing is left") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", with_slash);
  const auto result =
      run_process("/bin/sh", {"-c", "ulimit -f 0; exec " CORSLINT_EXECUTABLE " --fix cors.toml"},
                  {.working_directory = folder.path()});
  CHECK(result.status == 2);
  CHECK_THAT(result.standard_error,
             Catch::Contains("cors.toml: cannot be fixed: the new text cannot be written"));
  CHECK(content_of_file(path) == with_slash);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file in a folder of somebody else stays") {
  if (::geteuid() != 0) return;
  const ScratchFolder folder;
  const auto path = folder.write("sub/cors.toml", with_slash);
  REQUIRE(::chmod((folder / "sub").c_str(), 0755) == 0);
  REQUIRE(::chmod(path.c_str(), 0666) == 0);
  constexpr unsigned nobody = 65534;
  const auto result = run_corslint({"--fix", path}, {.user = nobody});
  CHECK(result.status == 2);
  CHECK_THAT(result.standard_error,
             Catch::Contains("cannot be fixed: no file can be written in its folder"));
  CHECK(content_of_file(path) == with_slash);
}

TEST_CASE("a link out of the folder is not followed by a fix") {
  const ScratchFolder folder;
  const auto target = folder.write("outside/real.toml", with_slash);
  std::filesystem::create_directory(folder / "inside");
  std::filesystem::create_symlink(target, folder / "inside/cors.toml");
  const auto searched = run_corslint({"--fix", "inside"}, {.working_directory = folder.path()});
  CHECK(searched.status == 0);
  CHECK(content_of_file(target) == with_slash);
  const auto named =
      run_corslint({"--fix", "inside/cors.toml"}, {.working_directory = folder.path()});
  CHECK(named.status == 2);
  CHECK_THAT(named.standard_error, Catch::Contains("outside of the given paths"));
  CHECK(content_of_file(target) == with_slash);
}

}  // namespace corslint
