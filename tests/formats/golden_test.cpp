#include "tests/golden.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/places.h"
#include "tests/process.h"

namespace corslint {

TEST_CASE("the sample looks as it should in every format") {
  const std::string folder = "tests/formats/sample";
  for (const std::string format : {"full", "concise", "json", "json-lines", "sarif", "github",
                                   "gitlab", "junit", "checkstyle", "rdjson", "gcc"}) {
    const auto result = test::run_corslint({"check", "--no-config", "-f", format, folder},
                                           {.working_directory = CORSLINT_SOURCE_DIR});
    CHECK(result.status == 1);
    CHECK(result.standard_error.empty());
    test::check_golden("tests/formats/golden/" + format + ".txt", result.standard_output);
  }
}

TEST_CASE("a path that could not be linted is an error and no failure to JUnit") {
  const auto result = test::run_corslint(
      {"check", "--no-config", "-f", "junit", "no such file.toml", "samples/sound-production"},
      {.working_directory = CORSLINT_SOURCE_DIR});
  CHECK(result.status == 2);
  const auto& text = result.standard_output;
  CHECK(text.find("failures=\"0\" errors=\"1\"") != std::string::npos);
  CHECK(text.find("<testcase classname=\"corslint\" name=\"problem 1\"") != std::string::npos);
  CHECK(text.find("<error message=\"no such file.toml: ") != std::string::npos);
}

TEST_CASE("names that other linters gave to a format are taken, and a mistyped one is named") {
  const auto run = [](const std::string& format) {
    return test::run_corslint(
        {"check", "--no-config", "--output-format", format, "samples/wildcard-with-credentials"},
        {.working_directory = CORSLINT_SOURCE_DIR});
  };
  for (const auto& [name, own] : {std::pair{"codeclimate", "gitlab"},
                                  {"unix", "gcc"},
                                  {"gnu", "gcc"},
                                  {"text", "full"},
                                  {"compact", "concise"},
                                  {"json-v1", "json"}}) {
    INFO(name);
    CHECK(run(name).standard_output == run(own).standard_output);
  }
  CHECK(run("sarrif").status == 2);
  CHECK(run("sarrif").standard_error.find("did you mean `sarif`?") != std::string::npos);
  const auto unknown = run("pdf").standard_error;
  CHECK(unknown.find("checkstyle, rdjson and gcc") != std::string::npos);
  CHECK(unknown.find("codeclimate") == std::string::npos);
}

}  // namespace corslint
