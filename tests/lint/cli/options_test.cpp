#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::run_corslint;
using test::ScratchFolder;

constexpr std::string_view two_findings =
    "[cors]\nallow_origins = [\"null\", \"https://app.acme.io/\"]\nmax_age = 600\n";

std::string concise(std::vector<std::string> arguments, std::string_view policy = two_findings,
                    std::string_view name = "cors.toml") {
  const ScratchFolder folder;
  folder.write(name, policy);
  arguments.insert(arguments.begin(), {"check", "-f", "concise"});
  arguments.emplace_back(name);
  return run_corslint(arguments, {.working_directory = folder.path()}).standard_output;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a glob that is none is refused") {
  for (const std::string option : {"--exclude", "--extend-exclude"}) {
    const auto run = run_corslint({"check", option, "[a", "."});
    CHECK(run.status == 2);
    CHECK(has(run.standard_error, "`[a` is not a glob"));
    CHECK(has(run_corslint({"check", option, "./dist", "."}).standard_error, "Write `dist`"));
    CHECK(run_corslint({"check", option, "", "."}).status == 2);
  }
}

TEST_CASE("rules are selected and ignored by name, group and ALL") {
  CHECK(has(concise({}), "null-origin"));
  CHECK(has(concise({}), "trailing-slash"));
  CHECK_FALSE(has(concise({"--ignore", "null-origin"}), "null-origin"));
  CHECK_FALSE(has(concise({"--ignore=null_origin,trailing-slash"}), "slash"));
  CHECK(concise({"--select", "caching"}).empty());
  CHECK_FALSE(has(concise({"--select", "null-origin"}), "trailing-slash"));
  CHECK(has(concise({"--select", "null-origin", "--select", "trailing-slash"}), "slash"));
  CHECK(concise({"--ignore", "ALL"}).empty());
}

TEST_CASE("a severity is changed for a rule, a group and all") {
  CHECK(has(concise({"--severity", "null-origin=info"}), "info[null-origin]"));
  CHECK(has(concise({"--severity", "origins=warning"}), "warning[trailing-slash]"));
  const auto mixed = concise({"--severity", "null-origin=info,ALL=warning"});
  CHECK(has(mixed, "info[null-origin]"));
  CHECK(has(mixed, "warning[trailing-slash]"));
  CHECK_FALSE(has(concise({"--severity", "null-origin=off"}), "null-origin"));
}

TEST_CASE("the environment on the command line outweighs what was detected") {
  constexpr std::string_view loopback =
      "[cors]\nallow_origins = [\"http://localhost:3000\"]\nmax_age = 600\n";
  CHECK_FALSE(has(concise({}, loopback), "loopback-in-production"));
  CHECK(has(concise({"--environment", "production"}, loopback), "loopback-in-production"));
  CHECK_FALSE(
      has(concise({"--environment", "dev"}, loopback, "cors.prod.toml"), "loopback-in-production"));
}

TEST_CASE("a required development origin is missed in development policies") {
  constexpr std::string_view policy =
      "[cors]\nenvironment = \"development\"\nallow_origins = [\"http://localhost:3000\"]\n";
  CHECK_FALSE(has(concise({}, policy), "missing-dev-origin"));
  CHECK(has(concise({"--dev-origin", "http://localhost:5173"}, policy), "missing-dev-origin"));
  CHECK_FALSE(
      has(concise({"--dev-origin", "http://localhost:3000"}, policy), "missing-dev-origin"));
}

TEST_CASE("the dialect on the command line is the one that is reported") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", two_findings);
  const auto dialect = [&](const std::string& name) {
    const auto result = run_corslint({"-f", "json", "--dialect", name, path});
    return nlohmann::json::parse(result.standard_output)["policies"][0]["dialect"]
        .get<std::string>();
  };
  CHECK(dialect("fastapi") == "starlette");
  CHECK(dialect("traefik@3.6") == "traefik");
  CHECK(dialect("django") == "django-cors-headers");
}

TEST_CASE("a version of a dialect is a number") {
  for (const std::string name : {"starlette@latest", "starlette@"}) {
    const auto result = run_corslint({"--dialect", name, "."});
    CHECK(result.status == 2);
    CHECK(result.standard_error == "corslint: --dialect: `" + name +
                                       "` is unknown; did you mean `starlette`? `corslint "
                                       "dialects` lists them\n");
  }
}

TEST_CASE("a count is a whole number") {
  for (const std::string option : {"--max-warnings", "--threads"}) {
    for (const std::string count : {"-1", "x", "1.5", "99999999999"}) {
      const auto result = run_corslint({"check", option + '=' + count, "."});
      CHECK(result.status == 2);
      CHECK(result.standard_error ==
            "corslint: " + option + ": `" + count + "` is not a whole number from 0\n");
    }
  }
}

TEST_CASE("a word that is nearly a command was meant as one") {
  const ScratchFolder folder;
  const auto run = [&](const std::string& word) {
    return run_corslint({word, "."}, {.working_directory = folder.path()}).standard_error;
  };
  CHECK(run("chek") == "corslint: `chek` is no file and no command; did you mean `check`?\n");
  CHECK(has(run("./chek"), "no such file or directory"));
  folder.write("chek", "x = 1\n");
  CHECK_FALSE(has(run("chek"), "command"));
}

TEST_CASE("ignores in comments are honoured unless they are not wanted") {
  constexpr std::string_view policy =
      "[cors]\nallow_origins = [\"null\"] # corslint: ignore[null-origin] sandbox\nmax_age = 600\n";
  CHECK(concise({}, policy).empty());
  CHECK(has(concise({"--no-ignores"}, policy), "null-origin"));
  CHECK(has(concise({}, "[cors]\n# corslint: ignore[null-origin]\nmax_age = 600\n"),
            "cors.toml:2:20: warning[unused-ignore]"));
}

TEST_CASE("quiet prints findings only and verbose what was read") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", two_findings);
  const auto quiet = run_corslint({"-q", path});
  CHECK_FALSE(has(quiet.standard_output, "1 file"));
  CHECK(has(quiet.standard_output, "null-origin"));
  CHECK(run_corslint({"-q", "--ignore", "ALL", path}).standard_output.empty());

  const auto verbose = run_corslint({"-v", "-f", "concise", path});
  CHECK(has(verbose.standard_error, "policy `cors`, dialect generic, environment unknown"));
  CHECK(has(verbose.standard_error, "2 errors"));

  const auto full = run_corslint({"-v", path});
  CHECK(has(full.standard_output, "2 errors"));
  CHECK_FALSE(has(full.standard_error, "2 errors"));
}

TEST_CASE("statistics go to standard error") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", two_findings);
  const auto result = run_corslint({"--statistics", "-f", "json", path});
  CHECK(nlohmann::json::accept(result.standard_output));
  CHECK(has(result.standard_error, "     1  null-origin: "));
}

TEST_CASE("options that ask for what happens anyway are accepted") {
  CHECK(has(concise({"--no-config", "--report-unused-ignores"}), "null-origin"));
}

}  // namespace corslint
