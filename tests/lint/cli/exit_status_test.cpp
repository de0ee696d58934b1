#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::run_corslint;
using test::ScratchFolder;

constexpr std::string_view sound =
    "[cors]\nallow_origins = [\"https://app.acme.io\"]\nmax_age = 600\n";
constexpr std::string_view with_error = "[cors]\nallow_origins = [\"null\"]\nmax_age = 600\n";
constexpr std::string_view with_warning =
    "[cors]\nallow_origins = [\"https://app.acme.io\", \"https://app.acme.io\"]\nmax_age = 600\n";

}  // namespace

TEST_CASE("a sound policy ends with 0 and one clean line") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", sound);
  const auto result = run_corslint({path});
  CHECK(result.status == 0);
  CHECK(result.standard_output == "No findings in 1 policy, 1 file.\n");
  CHECK(result.standard_error.empty());
}

TEST_CASE("findings end with 1 and stand on standard output") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", with_error);
  const auto result = run_corslint({"check", path});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_output, Catch::StartsWith("error[null-origin]: "));
  CHECK(result.standard_error.empty());
}

TEST_CASE("without arguments the working directory is checked") {
  const ScratchFolder folder;
  folder.write("deep/cors.toml", with_error);
  const auto result = run_corslint({}, {.working_directory = folder.path()});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_output, Catch::Contains("--> deep/cors.toml:2:"));
}

TEST_CASE("a folder without policies is clean and says what was looked at") {
  const ScratchFolder folder;
  folder.write("package.json", "{}");
  const auto result = run_corslint({folder.path()});
  CHECK(result.status == 0);
  CHECK_THAT(result.standard_output, Catch::StartsWith("No CORS policy found in 1 file"));
}

TEST_CASE("where nothing could be checked, nothing is counted") {
  const auto result = run_corslint({"none.toml"});
  CHECK(result.status == 2);
  CHECK(result.standard_output.empty());
}

TEST_CASE("a missing path ends with 2 and the rest is reported") {
  const ScratchFolder folder;
  folder.write("cors.toml", with_error);
  const auto result = run_corslint({"none.toml", "."}, {.working_directory = folder.path()});
  CHECK(result.status == 2);
  CHECK(result.standard_error == "corslint: none.toml: no such file or directory\n");
  CHECK_THAT(result.standard_output, Catch::StartsWith("error[null-origin]"));
}

TEST_CASE("a file that does not parse is a finding") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", "[cors]\nallow_origins = [\n");
  const auto result = run_corslint({path});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_output, Catch::StartsWith("error[syntax-error]"));
}

TEST_CASE("the fail level decides between 0 and 1") {
  const ScratchFolder folder;
  const auto warning = folder.write("warning.toml", with_warning);
  const auto error = folder.write("error.toml", with_error);
  struct Case {
    std::vector<std::string> arguments;
    int status;
  };
  const std::vector<Case> cases{
      {{warning}, 1},
      {{"--fail-level", "error", warning}, 0},
      {{"--fail-level=warning", warning}, 1},
      {{"--fail-level", "never", warning, error}, 0},
      {{"--fail-level", "info", warning}, 1},
      {{"--fail-level", "error", error}, 1},
      {{"--max-warnings", "1", warning}, 0},
      {{"--max-warnings", "0", warning}, 1},
      {{"--max-warnings", "9", error}, 1},
      {{"--max-warnings", "9", "--fail-level", "warning", warning}, 1},
      {{"--max-warnings", "0", "--fail-level", "never", warning}, 1},
  };
  for (const auto& [arguments, status] : cases) {
    const auto result = run_corslint(arguments);
    INFO(Catch::StringMaker<std::vector<std::string>>::convert(arguments));
    INFO(result.standard_output << result.standard_error);
    CHECK(result.status == status);
  }
}

TEST_CASE("bad usage ends with 2, one line and nothing on standard output") {
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases{
      {{"--selct", "x"}, "unknown option `--selct`; did you mean `--select`?"},
      {{"check", "--nothing-like-it"}, "unknown option `--nothing-like-it`"},
      {{"--select", "orgins"}, "did you mean `origins`?"},
      {{"--ignore", ""}, "no rule is named"},
      {{"--severity", "null-origin"}, "is not RULE=LEVEL"},
      {{"--severity", "null-origin=fatal"}, "is not error, warning, info or off"},
      {{"--fail-level", "high"}, "is not error, warning, info or never"},
      {{"--max-warnings", "-1"}, "--max-warnings"},
      {{"--max-warnings", "many"}, "--max-warnings"},
      {{"--environment", "prodd"}, "is not development, test, staging or production"},
      {{"--dialect", "starlet"}, "did you mean `starlette`?"},
      {{"--dev-origin", "http://localhost:5173/"}, "write `http://localhost:5173`"},
      {{"--dev-origin", "nonsense"}, "is not an origin as browsers send it"},
      {{"--format", "pdf"}, "is unknown; there are full, concise, json, json-lines, sarif"},
      {{"--format", "jsn"}, "did you mean `json`?"},
      {{"--format", "full", "--format", "json"}, "two reports would go to standard output"},
      {{"--format", "json=a", "-f", "concise=a"}, "two reports would go to `a`"},
      {{"--format", "json="}, "no file stands behind"},
      {{"--format", "json=a", "-o", "b"}, "already goes to `a`"},
      {{"--color", "sometimes"}, "is not auto, always or never"},
      {{"--format"}, "--format"},
      {{"init", "x"}, "unexpected argument `x`"},
      {{"explain"}, "RULE"},
      {{"explain", "null-orign"}, "did you mean `null-origin`?"},
      {{"explain", "a", "b"}, "unexpected argument `b`"},
      {{"rules", "--format", "yaml"}, "is not text, json or markdown"},
      {{"dialects", "--format", "yaml"}, "is not text, json or markdown"},
      {{"schema", "polcy"}, "there is no schema `polcy`"},
  };
  for (const auto& [arguments, message] : cases) {
    const auto result = run_corslint(arguments);
    INFO(Catch::StringMaker<std::vector<std::string>>::convert(arguments));
    CHECK(result.status == 2);
    CHECK(result.standard_output.empty());
    CHECK_THAT(result.standard_error, Catch::StartsWith("corslint: ") && Catch::Contains(message));
    CHECK(std::count(result.standard_error.begin(), result.standard_error.end(), '\n') == 1);
  }
}

}  // namespace corslint
