#include "lint/run/configuration/settings.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "lint/run/environment_error.h"
#include "rules/catalog.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::ScratchFolder;

const Date day = *date_of("2026-06-15");

FileSettings settings_of(const std::string& path, const LintOptions& command_line = {}) {
  // What is found lives as long as its object; a test may let it live for good.
  static std::vector<std::unique_ptr<Configurations>> kept;
  kept.push_back(std::make_unique<Configurations>(ConfigurationChoice{}));
  return settings_for(*kept.back(), path, command_line, day);
}

bool runs(const FileSettings& settings, std::string_view rule) {
  return is_selected(settings.lint.selection, *find_rule(rule));
}

}  // namespace

TEST_CASE("the nearest configuration upwards holds, and none above the repository") {
  const ScratchFolder folder;
  folder.write("corslint.toml", "fail-level = \"info\"\n");
  folder.write("repository/.git/HEAD", "");
  folder.write("repository/app/.corslint.toml", "fail-level = \"never\"\n");
  folder.write("repository/lib/pyproject.toml", "[tool.corslint]\nfail-level = \"error\"\n");
  folder.write("repository/lib/deep/pyproject.toml", "[project]\n");
  const auto level = [&](const std::string& path) {
    return settings_of(folder / path).configuration->configuration.fail_level;
  };
  CHECK(level("a.toml") == Severity::info);
  CHECK(level("other/a.toml") == Severity::info);
  CHECK(level("repository/a.toml") == Severity::warning);
  CHECK_FALSE(level("repository/app/deep/a.toml"));
  CHECK(level("repository/lib/deep/a.toml") == Severity::error);
}

TEST_CASE("of two configurations in one folder the first holds, and the other is named") {
  const ScratchFolder folder;
  folder.write("corslint.toml", "fail-level = \"info\"\n");
  folder.write(".corslint.toml", "fail-level = \"error\"\n");
  Configurations configurations({});
  CHECK(configurations.around(folder / "a.toml").configuration.fail_level == Severity::info);
  REQUIRE(configurations.notices().size() == 1);
  CHECK_THAT(
      configurations.notices().front(),
      Catch::Contains(".corslint.toml: not in effect, because `corslint.toml` stands beside"));
  CHECK(configurations.found().size() == 1);
}

TEST_CASE("a chosen configuration holds for every file, and none for none") {
  const ScratchFolder folder;
  folder.write("corslint.toml", "fail-level = \"info\"\n");
  const auto chosen = folder.write("other.toml", "fail-level = \"error\"\n");
  Configurations one({.file = chosen});
  CHECK(one.around(folder / "a.toml").configuration.fail_level == Severity::error);
  Configurations none({.file = chosen, .none = true});
  CHECK_FALSE(none.around(folder / "a.toml").file);
  CHECK_THROWS_AS(Configurations({.file = folder / "missing.toml"}), EnvironmentError);
  const auto foreign = folder.write("pyproject.toml", "[project]\n");
  CHECK_THROWS_WITH(Configurations({.file = foreign}), Catch::Contains("no `[tool.corslint]`"));
}

TEST_CASE("several threads find one and the same configuration") {
  const ScratchFolder folder;
  folder.write("corslint.toml", "");
  Configurations configurations({});
  std::vector<const LoadedConfiguration*> found(8);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < found.size(); ++i)
      threads.emplace_back([&, i] {
        for (int j = 0; j < 100; ++j)
          found[i] = &configurations.around(folder / ("f" + std::to_string(j % 10) + "/a.toml"));
      });
  }
  for (const auto* one : found) CHECK(one == found.front());
  CHECK(configurations.found().size() == 1);
}

TEST_CASE("the command line outweighs the configuration") {
  const ScratchFolder folder;
  folder.write("corslint.toml",
               "select = [\"origins\"]\ndev-origins = [\"http://localhost:1\"]\n"
               "[rules]\nnull-origin = \"off\"\ntrailing-slash = \"info\"\n");
  const auto path = folder / "a.toml";
  const auto plain = settings_of(path);
  CHECK(runs(plain, "trailing-slash"));
  CHECK_FALSE(runs(plain, "null-origin"));
  CHECK_FALSE(runs(plain, "wildcard-with-credentials"));
  CHECK(plain.lint.selection.severities.at("trailing-slash") == Severity::info);

  const auto asked = settings_of(path, {.selection = {.select = {"ALL"}}});
  CHECK(runs(asked, "null-origin"));
  CHECK(runs(asked, "wildcard-with-credentials"));
  CHECK_FALSE(runs(settings_of(path, {.selection = {.ignore = {"ALL"}}}), "trailing-slash"));
  const auto severe =
      settings_of(path, {.selection = {.severities = {{"null-origin", Severity::error},
                                                      {"trailing-slash", std::nullopt}}}});
  CHECK(runs(severe, "null-origin"));
  CHECK_FALSE(runs(severe, "trailing-slash"));
  CHECK(settings_of(path, {.dev_origins = {"http://localhost:2", "http://localhost:1"}})
            .lint.dev_origins ==
        std::vector<std::string>{"http://localhost:1", "http://localhost:2"});
}

TEST_CASE("entries count for the files that their globs mean, from the configuration's folder") {
  const ScratchFolder folder;
  folder.write("corslint.toml",
               "[[policy]]\npath = \"app/*.toml\"\ndialect = \"gin\"\n"
               "[[policy]]\npath = \"config/\"\nenvironment = \"staging\"\n"
               "[[ignore]]\npath = \"*.json\"\nrules = [\"null-origin\", \"wildcard-origin\"]\n"
               "[[ignore]]\npath = \"a.toml\"\nrules = [\"null-origin\"]\nexpires = 2026-06-15\n"
               "[[ignore]]\npath = \"a.toml\"\nrules = [\"null-origin\"]\nexpires = 2026-06-16\n");
  const auto dialects = [&](const std::string& path) {
    return settings_of(folder / path).lint.read.settings.size();
  };
  CHECK(dialects("app/a.toml") == 1);
  CHECK(dialects("app/deep/a.toml") == 0);
  CHECK(dialects("other/app/a.toml") == 0);
  CHECK(dialects("config/deep/a.toml") == 1);
  CHECK(dialects("deep/config/x/a.toml") == 1);
  CHECK(settings_of(folder / "deep/b.json").lint.ignores.size() == 2);
  const auto today = settings_of(folder / "a.toml").lint.ignores;
  REQUIRE(today.size() == 1);
  CHECK(today.front().number == 3);
}

TEST_CASE("globs leave files out of a search, the last one that means a file counts") {
  const ScratchFolder folder;
  folder.write("corslint.toml",
               "exclude = [\"gen/\"]\nextend-exclude = [\"*.json\", \"!keep.json\"]\n");
  const auto excluded = [&](const std::string& path) {
    return is_excluded(settings_of(folder / path), {});
  };
  CHECK(excluded("gen/a.toml"));
  CHECK(excluded("deep/gen/deep/a.toml"));
  CHECK_FALSE(excluded("gen.toml"));
  CHECK(excluded("deep/a.json"));
  CHECK_FALSE(excluded("deep/keep.json"));
}

}  // namespace corslint
