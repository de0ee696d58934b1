#include <string>
#include <string_view>

#include "lint/report/artifact_uri.h"
#include "lint/report/message.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"
#include "lint/report/xml.h"

namespace corslint {
namespace {

/// One `testsuite` in the making.
struct Suite {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
};

std::string counts(const Suite& suite) {
  return xml_attribute("tests", std::to_string(suite.tests)) +
         xml_attribute("failures", std::to_string(suite.failures)) +
         xml_attribute("errors", std::to_string(suite.errors));
}

std::string opening_of_case(std::string_view classname, std::string_view name) {
  return "    <testcase" + xml_attribute("classname", classname) + xml_attribute("name", name);
}

/// A suite without a case is taken for a run that broke, so a clean file is one that passed.
void add_passed(Suite& suite, std::string_view classname) {
  ++suite.tests;
  suite.cases += opening_of_case(classname, "no findings") + xml_attribute("time", "0") + "/>\n";
}

/// What does not fail the run is no failed test either; it is what a passing one printed.
bool is_failure(const FileReport& report, const Diagnostic& diagnostic) {
  return report.fail_level && diagnostic.severity >= *report.fail_level;
}

void add_finding(Suite& suite, const FileReport& report, const Diagnostic& diagnostic) {
  const auto& file = report.file;
  const auto position = file.position(diagnostic.finding.span.begin);
  const auto line = std::to_string(position.line);
  const auto path = plain_path(file.path());
  const auto place = line + ':' + std::to_string(position.column);
  const auto severity = severity_name(diagnostic.severity);
  const auto message = message_line(diagnostic.finding);
  const auto text = path + ':' + place + ": " + std::string(severity) + ": " + message;

  ++suite.tests;
  suite.cases += opening_of_case(path, std::string(diagnostic.rule->id) + " (" + place + ')') +
                 xml_attribute("file", path) + xml_attribute("line", line) +
                 xml_attribute("time", "0") + ">\n";
  if (is_failure(report, diagnostic)) {
    ++suite.failures;
    suite.cases += "      <failure" + xml_attribute("message", message) +
                   xml_attribute("type", severity) + '>' + xml_escaped(text) + "</failure>\n";
  } else {
    suite.cases += "      <system-out>" + xml_escaped(text) + "</system-out>\n";
  }
  suite.cases += "    </testcase>\n";
}

/// A path that could not be linted: the test did not run, which is an error and no failure.
void add_problem(Suite& suite, const std::string& problem) {
  ++suite.tests;
  ++suite.errors;
  const auto number = std::to_string(suite.errors);
  suite.cases += opening_of_case("corslint", "problem " + number) + xml_attribute("time", "0") +
                 ">\n      <error" + xml_attribute("message", problem) +
                 xml_attribute("type", "problem") + "/>\n    </testcase>\n";
}

std::string element_of(const Suite& suite, std::string_view name) {
  return "  <testsuite" + xml_attribute("name", name) + counts(suite) +
         xml_attribute("skipped", "0") + xml_attribute("time", "0") + ">\n" + suite.cases +
         "  </testsuite>\n";
}

}  // namespace

std::string junit_report(const Report& report) {
  std::string elements;
  Suite total;
  const auto close = [&](const Suite& suite, std::string_view name) {
    elements += element_of(suite, name);
    total.tests += suite.tests;
    total.failures += suite.failures;
    total.errors += suite.errors;
  };
  for (const auto& file : report.files) {
    const auto path = plain_path(file.file.path());
    Suite suite;
    for (const auto& diagnostic : file.diagnostics) add_finding(suite, file, diagnostic);
    if (file.diagnostics.empty()) add_passed(suite, path);
    close(suite, path);
  }
  if (report.files.empty() || !report.problems.empty()) {
    Suite suite;
    for (const auto& problem : report.problems) add_problem(suite, printable(problem));
    if (report.problems.empty()) add_passed(suite, "corslint");
    close(suite, "corslint");
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
         xml_attribute("name", "corslint") + counts(total) + xml_attribute("time", "0") + ">\n" +
         elements + "</testsuites>\n";
}

}  // namespace corslint
