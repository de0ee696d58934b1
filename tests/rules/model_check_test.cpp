#include "tests/rules/model_check.h"

#include <catch2/catch.hpp>
#include <string>

#include "lint/run/linter.h"
#include "rules/catalog.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

test::ModelCheck checked(std::string path, std::string text) {
  const Format format = format_of(path).value_or(Format::toml);
  LintOptions options;
  options.dev_origins = {"http://localhost:5173"};
  options.inline_ignores = InlineIgnores::disregarded;
  const auto report = lint_file(SourceFile(std::move(path), std::move(text)), format, options);
  return test::check_against_model(report, format);
}

}  // namespace

TEST_CASE("the model of an enforcer confirms what findings say about it") {
  test::ModelCheck all;
  const auto check = [&](const std::string& path, std::string_view text) {
    const auto result = checked(path, std::string(text));
    all.witnesses += result.witnesses;
    all.dead_entries += result.dead_entries;
    all.silent_entries += result.silent_entries;
    all.sound_requests += result.sound_requests;
    all.refused_names += result.refused_names;
    INFO(path);
    CHECK(result.contradictions == std::vector<std::string>());
  };
  for (const auto& file : test::case_files()) check(file.source.path(), file.source.text());
  for (const Rule* rule : catalog()) {
    check(std::string(rule->example_file), rule->bad);
    check(std::string(rule->example_file), rule->good);
  }
  CHECK(all.witnesses > 300);
  CHECK(all.dead_entries > 80);
  CHECK(all.silent_entries > 500);
  CHECK(all.sound_requests > 300);
  CHECK(all.refused_names > 10);
}

}  // namespace corslint
