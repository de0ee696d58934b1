#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "lint/report/version.h"
#include "rules/catalog.h"
#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {

using test::run_corslint;

TEST_CASE("the version is that of the project") {
  const auto result = run_corslint({"--version"});
  CHECK(result.status == 0);
  CHECK(result.standard_output == "corslint " + std::string(version()) + "\n");
}

TEST_CASE("help names every command and the exit statuses") {
  for (const std::string option : {"-h", "--help"}) {
    const auto result = run_corslint({option});
    CHECK(result.status == 0);
    for (const auto* part : {"check", "explain", "rules", "dialects", "schema", "Exit status: 0"})
      CHECK_THAT(result.standard_output, Catch::Contains(part));
  }
}

TEST_CASE("the help of check lists its options") {
  const auto help = run_corslint({"check", "--help"}).standard_output;
  for (const auto* option : {"--format",         "--output-file",
                             "--select",         "--ignore",
                             "--severity",       "--fail-level",
                             "--max-warnings",   "--environment",
                             "--dialect",        "--dev-origin",
                             "--stdin-filename", "--fix",
                             "--unsafe-fixes",   "--diff",
                             "--fix-only",       "--no-ignores",
                             "--threads",        "--color",
                             "--statistics",     "--quiet",
                             "--verbose",        "--config",
                             "--no-config",      "--baseline",
                             "--write-baseline", "--report-unused-ignores"})
    CHECK_THAT(help, Catch::Contains(option));
}

TEST_CASE("every rule is explained under each spelling of its name") {
  for (const Rule* rule : catalog()) {
    std::string name(rule->id);
    for (char& c : name) c = c == '-' ? '_' : c;
    const auto result = run_corslint({"explain", name});
    INFO(rule->id);
    CHECK(result.status == 0);
    CHECK_THAT(result.standard_output, Catch::StartsWith("# " + std::string(rule->id) + "\n"));
  }
}

TEST_CASE("rules and dialects are listed for people and for programs") {
  CHECK_THAT(run_corslint({"rules"}).standard_output, Catch::Contains("  null-origin"));
  CHECK(nlohmann::json::parse(run_corslint({"rules", "-f", "json"}).standard_output).size() ==
        catalog().size());
  CHECK_THAT(run_corslint({"rules", "--format=markdown"}).standard_output,
             Catch::StartsWith("# Rules\n"));
  CHECK_THAT(run_corslint({"dialects"}).standard_output, Catch::Contains("starlette"));
  CHECK(nlohmann::json::accept(run_corslint({"dialects", "-f", "json"}).standard_output));
}

TEST_CASE("the report's schema is the file of the sources") {
  CHECK(run_corslint({"schema", "report"}).standard_output ==
        test::content_of_file(std::string(CORSLINT_SOURCE_DIR) + "/schemas/report.schema.json"));
}

TEST_CASE("a path behind two dashes is a path") {
  const test::ScratchFolder folder;
  folder.write("--odd.toml", "[cors]\nallow_origins = [\"null\"]\n");
  const auto result =
      run_corslint({"-f", "concise", "--", "--odd.toml"}, {.working_directory = folder.path()});
  CHECK_THAT(result.standard_output, Catch::StartsWith("--odd.toml:2:"));
}

TEST_CASE("a folder that is called like a command is checked as a path") {
  const test::ScratchFolder folder;
  folder.write("rules/cors.toml", "[cors]\nallow_origins = [\"null\"]\n");
  for (const auto& arguments :
       {std::vector<std::string>{"check", "rules"}, std::vector<std::string>{"./rules"}}) {
    const auto result = run_corslint(arguments, {.working_directory = folder.path()});
    CHECK(result.status == 1);
  }
}

}  // namespace corslint
