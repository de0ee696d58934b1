#include <string>
#include <string_view>

#include "lint/report/artifact_uri.h"
#include "lint/report/json_values.h"
#include "lint/report/message.h"
#include "lint/report/report.h"
#include "lint/run/fingerprint.h"

namespace corslint {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "critical";
    case Severity::warning:
      return "major";
    case Severity::info:
      break;
  }
  return "minor";
}

/// `check_name` is not shown, so the description names the rule.
Json issue(const SourceFile& file, const Diagnostic& diagnostic, const std::string& fingerprint) {
  const auto& finding = diagnostic.finding;
  const auto id = std::string(diagnostic.rule->id);
  return {{"description", id + ": " + message_line(finding)},
          {"check_name", id},
          {"fingerprint", fingerprint},
          {"severity", severity_of(diagnostic.severity)},
          {"location",
           {{"path", plain_path(file.path())},
            {"lines",
             {{"begin", file.position(finding.span.begin).line},
              {"end", file.position(finding.span.end).line}}}}}};
}

}  // namespace

std::string gitlab_report(const Report& report) {
  auto issues = Json::array();
  for (const auto& file : report.files) {
    const auto fingerprints = unique_fingerprints(file);
    for (std::size_t i = 0; i < file.diagnostics.size(); ++i)
      issues.push_back(issue(file.file, file.diagnostics[i], fingerprints[i]));
  }
  return dumped(issues, 2);
}

}  // namespace corslint
