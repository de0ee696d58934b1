#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_repository.h"

namespace corslint {
namespace {

/// What a terminal gets from a run in a repository whose git takes long, or what a pipe gets.
std::string output_of_slow_run(const std::string& command_line, bool is_terminal) {
  const test::ScratchRepository repository;
  repository.write("cors.toml", "[cors]\nallow_origins = [\"null\"]\n");
  const auto git = repository.write("bin/git", "#!/bin/sh\nsleep 0.9\nexit 1\n");
  std::filesystem::permissions(git, std::filesystem::perms::all);
  const auto command = std::string(CORSLINT_EXECUTABLE) + " check -f concise " + command_line;
  const std::vector<std::string> words =
      is_terminal ? std::vector<std::string>{"script", "-qc", command, "/dev/null"}
                  : std::vector<std::string>{"sh", "-c", command + " 2>&1"};
  return test::run_process("/usr/bin/env", words,
                           {.working_directory = repository.path(),
                            .environment = {{"PATH", (repository / "bin") + ":/usr/bin:/bin"},
                                            {"TERM", "xterm"}}})
      .standard_output;
}

}  // namespace

TEST_CASE("a terminal shows how far a long run is, and nothing of it in the end") {
  const auto output = output_of_slow_run("", true);
  const auto line = output.find("\r\x1b[Kcorslint: looking for files");
  REQUIRE(line != std::string::npos);
  const auto erased = output.rfind("\r\x1b[K");
  CHECK(erased > line);
  CHECK(output.find("looking for files", erased) == std::string::npos);
  CHECK(output.find("null-origin") > erased);
}

TEST_CASE("a pipe, and who asked for quiet, get no progress") {
  CHECK_THAT(output_of_slow_run("", false), !Catch::Contains("looking for files"));
  CHECK_THAT(output_of_slow_run("-q", true), !Catch::Contains("looking for files"));
}

}  // namespace corslint
