#include <catch2/catch.hpp>
#include <string>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {

using test::run_corslint;

TEST_CASE("standard input is linted in the format that its text is in") {
  for (const std::string text :
       {"[cors]\nallow_origins = [\"null\"]\n", "{\"cors\": {\"allow_origins\": [\"null\"]}}",
        "CORS_ALLOW_ORIGINS=null\n"}) {
    INFO(text);
    const auto result = run_corslint({"-f", "concise", "-"}, {.stdin_text = text});
    CHECK(result.status == 1);
    CHECK_THAT(result.standard_output,
               Catch::StartsWith("<stdin>:") && Catch::Contains("null-origin"));
  }
}

TEST_CASE("the name of standard input decides format, environment and path") {
  const auto result =
      run_corslint({"-f", "concise", "--stdin-filename", "deploy/.env.production", "-"},
                   {.stdin_text = "CORS_ALLOW_ORIGINS=http://localhost:3000\n"});
  CHECK_THAT(result.standard_output, Catch::Contains("deploy/.env.production:1:") &&
                                         Catch::Contains("loopback-in-production"));
}

TEST_CASE("empty standard input is clean") {
  const auto result = run_corslint({"-"}, {.stdin_path = "/dev/null"});
  CHECK(result.status == 0);
  CHECK_THAT(result.standard_output, Catch::StartsWith("No CORS policy found in 1 file"));
}

TEST_CASE("an endless standard input is cut off at the bound") {
  const auto result = run_corslint({"-"}, {.stdin_path = "/dev/zero"});
  CHECK(result.status == 2);
  CHECK(result.standard_error ==
        "corslint: standard input: is larger than 64 MiB, the most that is read\n");
  CHECK(result.peak_kilobytes < 400 * 1024);
}

TEST_CASE("standard input and files are linted together") {
  const test::ScratchFolder folder;
  folder.write("a.toml", "[cors]\nallow_origins = [\"null\"]\n");
  const auto result = run_corslint(
      {"-f", "concise", "-", "."},
      {.stdin_text = "[cors]\nallow_origins = [\"null\"]\n", .working_directory = folder.path()});
  CHECK_THAT(result.standard_output,
             Catch::StartsWith("<stdin>:2:") && Catch::Contains("\na.toml:2:"));
}

}  // namespace corslint
