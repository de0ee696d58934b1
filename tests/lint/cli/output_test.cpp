#include <catch2/catch.hpp>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/stat.h>

#include "tests/json_schema.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::content_of_file;
using test::run_corslint;
using test::ScratchFolder;
namespace fs = std::filesystem;

constexpr std::string_view policy =
    "[cors]\nallow_origins = [\"*\", \"https://a.acme.io/\"]\nallow_credentials = true\n";

bool is_coloured(const test::ProcessResult& result) {
  return result.standard_output.find('\x1b') != std::string::npos;
}

}  // namespace

TEST_CASE("the report of a real run fits its schema") {
  const auto schema = nlohmann::json::parse(run_corslint({"schema", "report"}).standard_output);
  const ScratchFolder folder;
  folder.write("b.toml", policy);
  folder.write(".env.production", "CORS_ORIGINS=http://localhost:3000,*\n");
  folder.write("broken.json", "{\"cors\": [");
  const auto result = run_corslint({"-f", "json", "."}, {.working_directory = folder.path()});
  CHECK(result.status == 1);
  const auto report = nlohmann::json::parse(result.standard_output);
  CHECK(test::schema_violations(schema, report).empty());
  CHECK(report["diagnostics"].size() > 3);
  CHECK(report["policies"].size() == 2);
  CHECK(report["summary"]["files"] == 3);
}

TEST_CASE("diagnostics are sorted by path, position and rule") {
  const ScratchFolder folder;
  for (const auto* name : {"b.toml", "a/c.toml", "a.toml"}) folder.write(name, policy);
  const auto result = run_corslint({"-f", "json", "."}, {.working_directory = folder.path()});
  const auto report = nlohmann::json::parse(result.standard_output);
  std::vector<std::tuple<std::string, int, std::string>> order;
  for (const auto& diagnostic : report["diagnostics"])
    order.emplace_back(diagnostic["path"], diagnostic["range"]["start"]["offset"],
                       diagnostic["rule"]);
  CHECK(order.size() > 3);
  CHECK(std::is_sorted(order.begin(), order.end()));
}

TEST_CASE("programs get paths from the repository's root, people from the working directory") {
  const ScratchFolder folder;
  folder.write(".git/HEAD", "");
  folder.write("app/x/cors.toml", policy);
  const auto concise = run_corslint({"-f", "concise", "x"}, {.working_directory = folder / "app"});
  CHECK_THAT(concise.standard_output, Catch::StartsWith("x/cors.toml:2:"));
  const auto json = run_corslint({"-f", "json", "x"}, {.working_directory = folder / "app"});
  CHECK(nlohmann::json::parse(json.standard_output)["diagnostics"][0]["path"] == "app/x/cors.toml");
}

TEST_CASE("several formats come out of one run") {
  const ScratchFolder folder;
  folder.write("cors.toml", policy);
  const auto result = run_corslint(
      {"-f", "concise", "-f", "json=out.json", "-f", "json-lines=out.jsonl", "cors.toml"},
      {.working_directory = folder.path()});
  CHECK_THAT(result.standard_output, Catch::StartsWith("cors.toml:2:"));
  const auto report = nlohmann::json::parse(content_of_file(folder / "out.json"));
  const auto lines = content_of_file(folder / "out.jsonl");
  CHECK(report["diagnostics"].size() ==
        static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')));
}

TEST_CASE("a report replaces its file whole and leaves nothing beside it") {
  const ScratchFolder folder;
  folder.write("cors.toml", policy);
  const auto out = folder.write("out/report", "old");
  fs::permissions(out, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("report", folder / "out/link");
  const auto result = run_corslint({"-o", folder / "out/link", folder / "cors.toml"});
  CHECK(result.standard_output.empty());
  CHECK_THAT(content_of_file(out), Catch::Contains("error[wildcard-with-credentials]: "));
  CHECK(fs::is_symlink(folder / "out/link"));
  CHECK(fs::status(out).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(std::distance(fs::directory_iterator(folder / "out"), {}) == 2);
}

TEST_CASE("a report that cannot be written ends with 2") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", policy);
  for (const std::string& file :
       {folder / "none/report", folder.path(), std::string("/dev/full")}) {
    const auto result = run_corslint({"-o", file, path});
    CHECK(result.status == 2);
    CHECK_THAT(result.standard_error, Catch::Contains(file + ": cannot be written: "));
  }
}

TEST_CASE("a closed pipe ends the run quietly") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", policy);
  const auto result = run_corslint({path}, {.close_stdout_early = true});
  CHECK(result.status == 1);
  CHECK(result.standard_error.empty());
}

TEST_CASE("colours follow the option, then the environment, then the terminal") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", policy);
  CHECK_FALSE(is_coloured(run_corslint({path})));
  CHECK(is_coloured(run_corslint({"--color", "always", path})));
  CHECK(is_coloured(run_corslint({path}, {.environment = {{"FORCE_COLOR", "1"}}})));
  CHECK(is_coloured(run_corslint({path}, {.environment = {{"CLICOLOR_FORCE", "1"}}})));
  CHECK_FALSE(is_coloured(run_corslint({path}, {.environment = {{"FORCE_COLOR", "0"}}})));
  CHECK_FALSE(is_coloured(
      run_corslint({path}, {.environment = {{"NO_COLOR", "1"}, {"FORCE_COLOR", "1"}}})));
  CHECK(is_coloured(run_corslint({"--color=always", path}, {.environment = {{"NO_COLOR", "1"}}})));
  CHECK_FALSE(
      is_coloured(run_corslint({"--color=never", path}, {.environment = {{"FORCE_COLOR", "1"}}})));
}

}  // namespace corslint
