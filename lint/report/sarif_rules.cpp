#include "lint/report/sarif_rules.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/report/paragraphs.h"
#include "lint/report/rule_page.h"
#include "rules/catalog.h"

namespace corslint {
namespace {

/// GitHub ranks by a number: above 9.0 is critical, from 7.0 high, from 4.0 medium.
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
std::string_view score_of(SecuritySeverity severity) {
  switch (severity) {
    case SecuritySeverity::critical:
      return "9.3";
    case SecuritySeverity::high:
      return "8.1";
    case SecuritySeverity::medium:
      return "5.4";
    case SecuritySeverity::low:
      return "3.1";
    case SecuritySeverity::none:
      break;
  }
  return {};
}

/// What GitHub ranks by where a rule is no matter of security.
std::string_view problem_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "recommendation";
}

Json properties_of(const Rule& rule) {
  auto tags = Json::array({"cors", group_name(rule.group)});
  Json properties{{"precision", "high"}, {"problem.severity", problem_severity(rule.severity)}};
  if (rule.weakness.severity != SecuritySeverity::none) {
    tags.push_back("security");
    properties["security-severity"] = score_of(rule.weakness.severity);
  }
  if (rule.weakness.cwe != 0)
    tags.push_back("external/cwe/cwe-" + std::to_string(rule.weakness.cwe));
  properties["tags"] = std::move(tags);
  return properties;
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "note";
}

std::vector<const Rule*> fired_rules(const Report& report) {
  std::vector<const Rule*> fired;
  for (const auto& file : report.files) {
    for (const auto& diagnostic : file.diagnostics) {
      if (std::ranges::find(fired, diagnostic.rule) == fired.end())
        fired.push_back(diagnostic.rule);
    }
  }
  const auto all = catalog();
  std::ranges::stable_sort(
      fired, {}, [&](const Rule* rule) { return std::ranges::find(all, rule) - all.begin(); });
  return fired;
}

Json reporting_descriptor(const Rule& rule) {
  const auto page = rule_page(rule);
  return {{"id", rule.id},
          {"shortDescription", {{"text", sentence(rule.summary)}}},
          {"fullDescription", {{"text", sentence(rule.rationale)}}},
          {"help", {{"text", page}, {"markdown", page}}},
          {"helpUri", rule.reference},
          {"defaultConfiguration", {{"level", sarif_level(rule.severity)}}},
          {"properties", properties_of(rule)}};
}

}  // namespace corslint
