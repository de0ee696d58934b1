#include "lint/run/finding_limit.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "lint/report/report.h"
#include "lint/run/linter.h"

namespace corslint {
namespace {

/// A run over one env file with so many origins that end with a slash, and one that is `null`.
RunResult run_with_slashes(std::size_t count) {
  std::string text = "CORS_ORIGINS=null";
  for (std::size_t i = 0; i < count; ++i) text += ",https://a" + std::to_string(i) + ".acme.io/";
  LintOptions options;
  options.selection.select = {"trailing-slash", "null-origin"};
  RunResult result;
  result.files.push_back(lint_file(SourceFile(".env", text), Format::env, options));
  result.files_checked = 1;
  return result;
}

std::size_t reported(const RunResult& result, std::string_view rule) {
  return static_cast<std::size_t>(std::ranges::count_if(
      result.files[0].diagnostics,
      [&](const Diagnostic& diagnostic) { return diagnostic.rule->id == rule; }));
}

}  // namespace

TEST_CASE("as many findings of one rule as are reported stay as they are") {
  auto result = run_with_slashes(most_findings_of_a_rule);
  limit_findings(result);
  CHECK(reported(result, "trailing-slash") == most_findings_of_a_rule);
  CHECK(result.notices.empty());
}

TEST_CASE("what goes beyond is left out, said and counted, and hides no other rule") {
  auto result = run_with_slashes(most_findings_of_a_rule + 7);
  const auto last = result.files[0].diagnostics.back().finding.span;
  limit_findings(result);
  CHECK(reported(result, "trailing-slash") == most_findings_of_a_rule);
  CHECK(reported(result, "null-origin") == 1);
  CHECK(result.files[0].diagnostics.back().finding.span != last);
  CHECK(result.notices ==
        std::vector<std::string>{".env: 7 more findings are left out: of one rule, the first 1000 "
                                 "in a file are reported"});
  const Report report{result.files, result.files_checked, FixScope::safe};
  const auto summary = summary_of(report);
  CHECK(summary.errors + summary.warnings + summary.infos == most_findings_of_a_rule + 8);
  CHECK(statistics(report).find("1007  trailing-slash") != std::string::npos);
}

}  // namespace corslint
