#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lint/report/counted.h"
#include "lint/report/report.h"

namespace corslint {
namespace {

std::string suppressed_part(const Summary& summary) {
  if (summary.suppressed == 0) return {};
  return "; " + counted(summary.suppressed, "finding", "findings") + " suppressed";
}

std::string scope(const Summary& summary) {
  return counted(summary.policies, "policy", "policies") + ", " +
         counted(summary.files, "file", "files");
}

void count(Summary& summary, Severity severity, std::size_t number = 1) {
  switch (severity) {
    case Severity::error:
      summary.errors += number;
      break;
    case Severity::warning:
      summary.warnings += number;
      break;
    case Severity::info:
      summary.infos += number;
      break;
  }
}

}  // namespace

Summary summary_of(const Report& report) {
  Summary summary;
  summary.files = report.files_checked;
  for (const auto& file : report.files) {
    summary.policies += file.policies.size();
    summary.suppressed += file.silenced.size();
    for (const auto& diagnostic : file.diagnostics) {
      if (has_fix(diagnostic, report.fixes)) ++summary.fixable;
      count(summary, diagnostic.severity);
    }
    for (const auto& findings : file.left_out) count(summary, findings.severity, findings.number);
  }
  return summary;
}

std::string summary_line(const Report& report) {
  const auto summary = summary_of(report);
  const auto findings = summary.errors + summary.warnings + summary.infos;
  if (findings == 0 && summary.policies == 0 && summary.suppressed == 0)
    return "No CORS policy found in " + counted(summary.files, "file", "files") +
           " (TOML, JSON and env files are looked at).";
  if (findings == 0) return "No findings in " + scope(summary) + suppressed_part(summary) + ".";

  std::string parts;
  const auto add = [&](std::size_t number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    if (!parts.empty()) parts += ", ";
    parts += counted(number, one, many);
  };
  add(summary.errors, "error", "errors");
  add(summary.warnings, "warning", "warnings");
  add(summary.infos, "info", "info");
  if (summary.fixable > 0) parts += " (" + std::to_string(summary.fixable) + " fixable)";
  return parts + " in " + scope(summary) + suppressed_part(summary) + ".";
}

std::string statistics(const Report& report) {
  std::map<std::string_view, std::pair<std::size_t, const Rule*>> counts;
  for (const auto& file : report.files) {
    for (const auto& diagnostic : file.diagnostics) {
      auto& [number, rule] = counts[diagnostic.rule->id];
      ++number;
      rule = diagnostic.rule;
    }
    // Where some are left out, others of the rule are reported.
    for (const auto& findings : file.left_out) counts[findings.rule->id].first += findings.number;
  }
  std::vector<std::pair<std::size_t, const Rule*>> sorted;
  sorted.reserve(counts.size());
  for (const auto& [id, entry] : counts) sorted.push_back(entry);
  std::ranges::stable_sort(sorted, std::greater{}, &std::pair<std::size_t, const Rule*>::first);

  std::string text;
  for (const auto& [number, rule] : sorted) {
    const auto digits = std::to_string(number);
    text += std::string(digits.size() < 6 ? 6 - digits.size() : 0, ' ') + digits + "  " +
            std::string(rule->id) + ": " + std::string(rule->summary) + '\n';
  }
  return text;
}

}  // namespace corslint
