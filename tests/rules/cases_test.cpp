#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "lint/run/linter.h"
#include "rules/catalog.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

using Lines = std::map<std::uint32_t, std::optional<Severity>>;

std::string described(const Lines& lines) {
  std::string result;
  for (const auto& [line, severity] : lines) {
    result += std::to_string(line);
    if (severity) result += ' ' + std::string(severity_name(*severity));
    result += ", ";
  }
  return result;
}

/// The lines where the rule fired; the severity is kept only where the file's mark names one.
Lines fired_lines(const test::CaseFile& file, const Lines& expected) {
  Lines fired;
  for (const auto& diagnostic : test::diagnostics_of(file)) {
    const auto line = file.source.position(diagnostic.finding.span.begin).line;
    const auto mark = expected.find(line);
    const bool with_severity = mark != expected.end() && mark->second.has_value();
    fired[line] = with_severity ? std::optional(diagnostic.severity) : std::nullopt;
  }
  return fired;
}

}  // namespace

TEST_CASE("rules fire exactly where their cases expect") {
  for (const auto& file : test::case_files()) {
    DYNAMIC_SECTION(file.path.string()) {
      REQUIRE(find_rule(file.rule) != nullptr);
      const Lines expected(file.expected.begin(), file.expected.end());
      CHECK(described(fired_lines(file, expected)) == described(expected));
    }
  }
}

TEST_CASE("every rule has a case that fires and one line that stays silent") {
  const auto files = test::case_files();
  for (const Rule* rule : catalog()) {
    if (rule->id == "unused-ignore") continue;  // the linter's own; see ignores_test.cpp
    DYNAMIC_SECTION(rule->id) {
      std::size_t expected = 0;
      std::size_t silent = 0;
      for (const auto& file : files) {
        if (file.rule != rule->id) continue;
        CHECK(file.path.parent_path() == std::string(group_name(rule->group)));
        expected += file.expected.size();
        silent += file.source.line_count() - file.expected.size();
      }
      CHECK(expected > 0);
      CHECK(silent > 0);
    }
  }
}

TEST_CASE("a finding says what is wrong, and says it in the words of the house") {
  for (const auto& file : test::case_files()) {
    DYNAMIC_SECTION(file.path.string()) {
      for (const auto& diagnostic : test::diagnostics_of(file)) {
        const Finding& finding = diagnostic.finding;
        INFO(finding.message << " / " << finding.consequence << " / " << finding.help);
        CHECK_FALSE(finding.message.empty());
        CHECK_FALSE(finding.consequence.empty());
        CHECK_FALSE(finding.help.empty());
        for (const auto* sentence : {&finding.message, &finding.consequence, &finding.help}) {
          CHECK_FALSE(sentence->ends_with('.'));
          CHECK(sentence->find("  ") == std::string::npos);
          CHECK(std::count(sentence->begin(), sentence->end(), '`') % 2 == 0);
        }
        CHECK(finding.span.end <= file.source.text().size());
        CHECK(finding.span.begin <= finding.span.end);
      }
    }
  }
}

}  // namespace corslint
