#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "lint/report/report.h"
#include "tests/lint/report/made_report.h"

namespace corslint {
namespace {

using test::made_report;

Report clean_report(std::size_t checked) {
  Report report;
  report.files_checked = checked;
  return report;
}

}  // namespace

TEST_CASE("a run that found no policy says what was looked at") {
  CHECK(summary_line(clean_report(0)) ==
        "No CORS policy found in 0 files (TOML, JSON and env files are looked at).");
  CHECK(summary_line(clean_report(1)) ==
        "No CORS policy found in 1 file (TOML, JSON and env files are looked at).");
}

TEST_CASE("a clean run says so in one line") {
  auto report = made_report("a.toml", "a", {.span = {0, 1}});
  report.files[0].diagnostics.clear();
  report.files_checked = 2;
  CHECK(summary_line(report) == "No findings in 1 policy, 2 files.");
  report.files[0].silenced.emplace_back();
  CHECK(summary_line(report) == "No findings in 1 policy, 2 files; 1 finding suppressed.");
}

TEST_CASE("the figures name each severity that occurs") {
  auto report = made_report("a.toml", "a", {.span = {0, 1}});
  auto& diagnostics = report.files[0].diagnostics;
  diagnostics.push_back(diagnostics[0]);
  diagnostics.push_back(diagnostics[0]);
  diagnostics[1].severity = Severity::info;
  diagnostics[2].severity = Severity::info;
  diagnostics[2].finding.fixes = {{"Unsafe", Safety::unsafe, {}}};
  CHECK(summary_line(report) == "1 error, 2 info in 1 policy, 1 file.");
  diagnostics[2].finding.fixes.push_back({"Safe", Safety::safe, {}});
  CHECK(summary_line(report) == "1 error, 2 info (1 fixable) in 1 policy, 1 file.");
}

TEST_CASE("statistics count how often each rule fired") {
  auto report = made_report("a.toml", "a", {.span = {0, 1}});
  report.files[0].diagnostics.push_back(report.files[0].diagnostics[0]);
  CHECK(statistics(report) ==
        "     2  wildcard-with-credentials: any site reads with the user's cookies\n");
  CHECK(statistics(clean_report(3)).empty());
}

TEST_CASE("a concise report has one line a finding") {
  auto report = made_report("a.toml", "a\nb", {.span = {2, 3}, .message = "Found"});
  CHECK(concise_report(report, Colour::none) ==
        "a.toml:2:1: error[wildcard-with-credentials] Found\n");
  report.files[0].diagnostics[0].finding.fixes = {{"Safe", Safety::safe, {}}};
  CHECK_THAT(concise_report(report, Colour::none), Catch::EndsWith("Found (fixable)\n"));
  CHECK_THAT(concise_report(report, Colour::terminal), Catch::Contains("\x1b[1;31merror["));
  CHECK(concise_report(clean_report(3), Colour::terminal).empty());
}

}  // namespace corslint
