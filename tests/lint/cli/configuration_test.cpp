#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::run_corslint;
using test::ScratchFolder;

constexpr std::string_view with_error = "[cors]\nallow_origins = [\"null\"]\nmax_age = 600\n";

/// What a run in the folder prints, one line a finding.
test::ProcessResult check(const ScratchFolder& folder, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"check", "-q", "-f", "concise"});
  return run_corslint(arguments, {.working_directory = folder.path()});
}

}  // namespace

TEST_CASE("severities, fail level and policies of the configuration hold") {
  const ScratchFolder folder;
  folder.write("app/cors.toml", with_error);
  CHECK(check(folder).status == 1);
  folder.write(
      "corslint.toml",
      "fail-level = \"error\"\n[rules]\nnull-origin = \"warning\"\n"
      "[[policy]]\npath = \"app/cors.toml\"\ndialect = \"gin\"\nenvironment = \"staging\"\n");
  const auto result = check(folder);
  CHECK(result.status == 0);
  CHECK_THAT(result.standard_output, Catch::Contains(": warning[null-origin] "));
  CHECK(check(folder, {"--fail-level", "warning"}).status == 1);
  CHECK(check(folder, {"--no-config"}).status == 1);

  const auto json = nlohmann::json::parse(
      run_corslint({"-f", "json"}, {.working_directory = folder.path()}).standard_output);
  CHECK(json["policies"][0]["dialect"] == "gin");
  CHECK(json["policies"][0]["environment"] == "staging");
  const auto own = nlohmann::json::parse(
      run_corslint({"-f", "json", "--dialect", "hono", "--environment", "test"},
                   {.working_directory = folder.path()})
          .standard_output);
  CHECK(own["policies"][0]["dialect"] == "hono");
  CHECK(own["policies"][0]["environment"] == "test");
}

TEST_CASE(
    "what a policy says itself goes before the configuration, and its file's name behind it") {
  const ScratchFolder folder;
  folder.write("corslint.toml",
               "[[policy]]\npath = \"*.toml\"\ndialect = \"gin\"\nenvironment = \"staging\"\n");
  folder.write("a.toml",
               "[cors]\nallow_origins = []\ndialect = \"hono\"\nenvironment = \"development\"\n");
  folder.write("b.prod.toml", "[cors]\nallow_origins = []\n[cors.test]\nallow_origins = []\n");
  const auto json = nlohmann::json::parse(
      run_corslint({"-f", "json"}, {.working_directory = folder.path()}).standard_output);
  std::vector<std::string> seen;
  for (const auto& policy : json["policies"])
    seen.push_back(policy["dialect"].get<std::string>() + ' ' +
                   policy["environment"].get<std::string>());
  CHECK(seen == std::vector<std::string>{"hono development", "gin staging", "gin test"});
}

TEST_CASE("simulate and diff read policies as the configuration says") {
  const ScratchFolder folder;
  folder.write("cors.toml", "[cors]\nallow_origins = [\"https://a.acme.io\"]\n");
  folder.write("corslint.toml", "[[policy]]\npath = \"cors.toml\"\ndialect = \"gin\"\n");
  const std::vector<std::string> arguments{"simulate", "cors.toml", "--origin",
                                           "https://a.acme.io"};
  const auto result = run_corslint(arguments, {.working_directory = folder.path()});
  CHECK_THAT(result.standard_output, Catch::Contains("enforced by gin"));
  folder.write("corslint.toml", "x = 1\n");
  const auto broken = run_corslint(arguments, {.working_directory = folder.path()});
  CHECK(broken.status == 2);
  CHECK_THAT(broken.standard_error,
             Catch::StartsWith("corslint: corslint.toml:1:1: There is no key"));
}

TEST_CASE("a variable that the configuration names is read") {
  const ScratchFolder folder;
  folder.write(".env", "WEB_HOSTS=https://a.acme.io/\n");
  CHECK(check(folder).status == 0);
  folder.write("corslint.toml", "[env]\nWEB_HOSTS = \"allow_origins\"\n");
  const auto result = check(folder);
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_output,
             Catch::StartsWith(".env:1:") && Catch::Contains("[trailing-slash]"));
}

TEST_CASE("a configuration is no policy, whatever it names") {
  const ScratchFolder folder;
  folder.write("corslint.toml", "[env]\nALLOWED_ORIGINS = \"allow_origins\"\n");
  folder.write("pyproject.toml", "[tool.corslint.env]\nALLOWED_ORIGINS = \"allow_origins\"\n");
  const auto result = run_corslint({"-f", "json"}, {.working_directory = folder.path()});
  CHECK(nlohmann::json::parse(result.standard_output)["policies"].empty());
}

TEST_CASE("excluded files are left out of a search and linted where they are named") {
  const ScratchFolder folder;
  folder.write("fixtures/cors.toml", with_error);
  folder.write("corslint.toml", "extend-exclude = [\"fixtures/\"]\n");
  CHECK(check(folder).status == 0);
  CHECK(check(folder, {"fixtures/cors.toml"}).status == 1);
}

TEST_CASE("a broken configuration ends with 2, and what it is about is not linted") {
  const ScratchFolder folder;
  folder.write("cors.toml", with_error);
  folder.write("corslint.toml", "fail-levl = \"error\"\n");
  const auto result = check(folder);
  CHECK(result.status == 2);
  CHECK(result.standard_output.empty());
  CHECK(result.standard_error ==
        "error: There is no key `fail-levl` in a configuration of corslint\n"
        "  --> corslint.toml:1:1\n"
        "   |\n"
        " 1 | fail-levl = \"error\"\n"
        "   | ^^^^^^^^^\n"
        "   |\n"
        "   = help: Did you mean `fail-level`?\n\n");
}

TEST_CASE("an ignore of the configuration silences, and -v says so with the reason") {
  const ScratchFolder folder;
  folder.write("cors.json", "{\"cors\": {\"allow_origins\": [\"null\"], \"max_age\": 600}}");
  folder.write(
      "corslint.toml",
      "[[ignore]]\npath = \"cors.json\"\nrules = [\"null-origin\"]\n"
      "pointer = \"/cors/allow_origins\"\nreason = \"the sandbox\"\nexpires = 9999-12-31\n");
  CHECK(check(folder).status == 0);
  CHECK(check(folder, {"--no-ignores"}).status == 1);
  const auto told = run_corslint({"-v"}, {.working_directory = folder.path()});
  CHECK_THAT(told.standard_error,
             Catch::Contains("corslint: configuration: corslint.toml\n") &&
                 Catch::Contains("null-origin silenced by the configuration: the sandbox\n"));
  CHECK_THAT(told.standard_output, Catch::Contains("1 finding suppressed"));
}

TEST_CASE("ignores that silence nothing are reported at their place") {
  const ScratchFolder folder;
  folder.write("cors.toml", with_error);
  folder.write("corslint.toml",
               "[[ignore]]\npath = \"cors.toml\"\nrules = [\"null-origin\", \"trailing-slash\"]\n"
               "[[ignore]]\npath = \"gone.toml\"\nrules = [\"null-origin\"]\n"
               "[[ignore]]\npath = \"cors.toml\"\nrules = [\"null-origin\"]\nexpires = 2020-01-01\n"
               "[[ignore]]\npath = \"cors.toml\"\nrules = [\"null-origin\"]\npointer = \"/x\"\n");
  const auto result = check(folder);
  CHECK(result.status == 1);
  CHECK(result.standard_output ==
        "corslint.toml:3:25: warning[unused-ignore] Nothing is left at `cors.toml` for this ignore "
        "of `trailing-slash` to silence\n"
        "corslint.toml:5:8: warning[unused-ignore] `gone.toml` means no file that is about CORS\n"
        "corslint.toml:10:11: warning[unused-ignore] This ignore expired on 2020-01-01\n"
        "corslint.toml:13:10: warning[unused-ignore] Nothing is left at `/x` in `cors.toml` for "
        "this ignore of `null-origin` to silence\n");
}

TEST_CASE("a policy entry that means no file is pointed out by a run that looked everywhere") {
  const ScratchFolder folder;
  folder.write("cors.toml", with_error);
  folder.write("corslint.toml",
               "[[policy]]\npath = \"cors.toml\"\ndialect = \"express\"\n"
               "[[policy]]\npath = \"crs.toml\"\ndialect = \"express\"\n");
  CHECK(run_corslint({"-f", "concise"}, {.working_directory = folder.path()}).standard_error ==
        "corslint: corslint.toml:4: this `[[policy]]` is without effect: `crs.toml` means no file "
        "that is about CORS\n");
  CHECK(run_corslint({"cors.toml"}, {.working_directory = folder.path()}).standard_error.empty());
}

TEST_CASE("an ignore is judged only by a run that looked at what it is about") {
  const ScratchFolder folder;
  folder.write("a/cors.toml", with_error);
  folder.write("b/cors.toml", with_error);
  folder.write("corslint.toml",
               "[[ignore]]\npath = \"b/cors.toml\"\nrules = [\"trailing-slash\"]\n"
               "[[ignore]]\npath = \"*/cors.toml\"\nrules = [\"trailing-slash\"]\n");
  CHECK_THAT(check(folder, {"a/cors.toml"}).standard_output, !Catch::Contains("unused-ignore"));
  CHECK_THAT(check(folder, {"b"}).standard_output, Catch::Contains("corslint.toml:3:"));
  CHECK_THAT(check(folder, {"--select", "null-origin"}).standard_output,
             !Catch::Contains("unused-ignore"));
  CHECK_THAT(check(folder, {"--select", "null-origin,trailing-slash", "--report-unused-ignores"})
                 .standard_output,
             Catch::Contains("corslint.toml:3:"));
}

TEST_CASE("init writes a sound configuration that changes nothing, and never over another") {
  const ScratchFolder folder;
  folder.write("app/cors.toml", with_error);
  const auto before = check(folder);
  const auto written = run_corslint({"init"}, {.working_directory = folder.path()});
  CHECK(written.status == 0);
  const auto text = test::content_of_file(folder / "corslint.toml");
  CHECK_THAT(text, Catch::Contains("#   app/cors.toml: policy `cors`, dialect generic"));
  CHECK(check(folder).standard_output == before.standard_output);
  CHECK(run_corslint({"init", "--stdout"}, {.working_directory = folder.path()}).standard_output ==
        text);

  folder.write("corslint.toml", "broken");
  const auto refused = run_corslint({"init"}, {.working_directory = folder.path()});
  CHECK(refused.status == 2);
  CHECK_THAT(refused.standard_error, Catch::Contains("corslint.toml is there already"));
  CHECK(test::content_of_file(folder / "corslint.toml") == "broken");
  CHECK(run_corslint({"init", "--force"}, {.working_directory = folder.path()}).status == 0);
  CHECK(test::content_of_file(folder / "corslint.toml") == text);
}

TEST_CASE("config show prints what holds and where it was said") {
  const ScratchFolder folder;
  folder.write("corslint.toml",
               "fail-level = \"error\"\n[rules]\nnull-origin = \"off\"\n"
               "[[ignore]]\npath = \"a.json\"\nrules = [\"null-origin\"]\n"
               "[[ignore]]\npath = \"b.json\"\nrules = [\"null-origin\"]\n");
  const auto shown = run_corslint({"config", "show"}, {.working_directory = folder.path()});
  CHECK(shown.status == 0);
  CHECK(shown.standard_output ==
        "# corslint.toml\n"
        "fail-level = \"error\"  # corslint.toml:1\n"
        "select = [\"ALL\"]  # default\n"
        "dev-origins = []  # default\n"
        "extend-exclude = []  # default\n"
        "\n[rules]\nnull-origin = \"off\"  # corslint.toml:3\n"
        "\n[[ignore]]  # corslint.toml:4\npath = \"a.json\"  # corslint.toml:5\n"
        "rules = [\"null-origin\"]  # corslint.toml:6\n"
        "\n[[ignore]]  # corslint.toml:7\npath = \"b.json\"  # corslint.toml:8\n"
        "rules = [\"null-origin\"]  # corslint.toml:9\n");
  const auto of_file =
      run_corslint({"config", "show", "b.json"}, {.working_directory = folder.path()});
  CHECK_THAT(of_file.standard_output, !Catch::Contains("a.json") && Catch::Contains("b.json"));
  folder.write("corslint.toml", "x = 1\n");
  CHECK(run_corslint({"config", "show"}, {.working_directory = folder.path()}).status == 2);
}

}  // namespace corslint
