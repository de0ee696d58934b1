#include <algorithm>
#include <string>
#include <string_view>

#include "lint/report/artifact_uri.h"
#include "lint/report/json_values.h"
#include "lint/report/merged_edit.h"
#include "lint/report/message.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"
#include "lint/report/sarif_rules.h"
#include "lint/report/version.h"
#include "lint/run/fingerprint.h"
#include "rules/policy/environment.h"

namespace corslint {
namespace {

/// The part of a span that lies in its first line: GitHub shows an alert in a pull request only if
/// all lines of its region were changed.
Span in_first_line(const SourceFile& file, Span span) {
  const auto line = file.line_span(file.position(span.begin).line);
  return {span.begin, std::max(span.begin, std::min(span.end, line.end))};
}

Json region(const SourceFile& file, Span span) {
  const auto begin = file.position(span.begin);
  const auto end = file.position(span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json artifact_location(const SourceFile& file) {
  return {{"uri", artifact_uri(file.path())}};
}

Json sarif_location(const SourceFile& file, Span span) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact_location(file)},
            {"region", region(file, in_first_line(file, span))}}}};
}

/// `[text](target)` in a message is a link (SARIF 3.11.6); what stands in a file must not become
/// one.
std::string without_links(std::string text) {
  if (text.find("](") == std::string::npos) return text;
  for (auto at = text.find('['); at != std::string::npos; at = text.find('[', at + 2))
    text.insert(at, 1, '\\');
  return text;
}

/// GitHub shows a related location only where the message links to it by its number.
std::string message_with_links(const Finding& finding) {
  auto message = without_links(message_line(finding));
  for (std::size_t i = 0; i < finding.labels.size(); ++i) {
    std::string label;
    for (const char c : printable(finding.labels[i].message)) {
      if (c == '[' || c == ']' || c == '\\') label += '\\';
      label += c;
    }
    if (label.empty()) continue;
    message += " See [" + label + "](" + std::to_string(i + 1) + ").";
  }
  return message;
}

Json related_locations(const SourceFile& file, const Finding& finding) {
  auto list = Json::array();
  for (const auto& label : finding.labels) {
    auto related = sarif_location(file, label.span);
    related["id"] = list.size() + 1;
    if (!label.message.empty()) related["message"]["text"] = printable(label.message);
    list.push_back(std::move(related));
  }
  return list;
}

bool can_be_carried(const Fix& fix) {
  return !fix.edits.empty() && std::ranges::all_of(fix.edits, is_utf8, &Edit::text);
}

Json fix_object(const SourceFile& file, const Fix& fix) {
  auto replacements = Json::array();
  for (const auto& edit : fix.edits) {
    Json replacement{{"deletedRegion", region(file, edit.span)}};
    if (!edit.text.empty()) replacement["insertedContent"]["text"] = edit.text;
    replacements.push_back(std::move(replacement));
  }
  auto change = Json{{"artifactLocation", artifact_location(file)},
                     {"replacements", std::move(replacements)}};
  return {{"description", {{"text", printable(fix.title)}}},
          {"artifactChanges", Json::array({std::move(change)})},
          {"properties", {{"safety", fix.safety == Safety::safe ? "safe" : "unsafe"}}}};
}

Json properties_of(const Diagnostic& diagnostic) {
  Json properties{{"pointer", diagnostic.pointer},
                  {"policy", diagnostic.policy},
                  {"dialect", diagnostic.dialect}};
  if (diagnostic.environment != Environment::unknown)
    properties["environment"] = environment_name(diagnostic.environment);
  if (!diagnostic.finding.witness.empty()) properties["witness"] = diagnostic.finding.witness;
  return properties;
}

Json result_object(const SourceFile& file, const Diagnostic& diagnostic, std::size_t rule_index,
                   const std::string& fingerprint) {
  const auto& finding = diagnostic.finding;
  Json result{{"ruleId", diagnostic.rule->id},
              {"ruleIndex", rule_index},
              {"level", sarif_level(diagnostic.severity)},
              {"message", {{"text", message_with_links(finding)}}},
              {"locations", Json::array({sarif_location(file, finding.span)})},
              {"partialFingerprints", {{"corslint/v1", fingerprint}}}};
  if (!finding.labels.empty()) result["relatedLocations"] = related_locations(file, finding);
  for (const auto& fix : finding.fixes) {
    if (can_be_carried(fix)) result["fixes"].push_back(fix_object(file, fix));
  }
  result["properties"] = properties_of(diagnostic);
  return result;
}

Json results(const Report& report, const std::vector<const Rule*>& rules) {
  auto list = Json::array();
  for (const auto& file : report.files) {
    const auto fingerprints = unique_fingerprints(file);
    for (std::size_t i = 0; i < file.diagnostics.size(); ++i) {
      const auto& diagnostic = file.diagnostics[i];
      const auto index =
          static_cast<std::size_t>(std::ranges::find(rules, diagnostic.rule) - rules.begin());
      list.push_back(result_object(file.file, diagnostic, index, fingerprints[i]));
    }
  }
  return list;
}

/// What went wrong with the run itself is no result.
Json invocation(const Report& report) {
  Json object{{"executionSuccessful", report.problems.empty()}};
  const auto notify = [&](const std::string& text, Severity severity) {
    object["toolExecutionNotifications"].push_back(
        {{"level", sarif_level(severity)}, {"message", {{"text", printable(text)}}}});
  };
  for (const auto& problem : report.problems) notify(problem, Severity::error);
  for (const auto& notice : report.notices) notify(notice, Severity::warning);
  return object;
}

}  // namespace

std::string sarif_report(const Report& report) {
  const auto rules = fired_rules(report);
  auto descriptors = Json::array();
  for (const Rule* rule : rules) descriptors.push_back(reporting_descriptor(*rule));
  Json run{{"tool",
            {{"driver",
              {{"name", "corslint"},
               {"semanticVersion", version()},
               {"rules", std::move(descriptors)}}}}},
           {"invocations", Json::array({invocation(report)})},
           {"columnKind", "unicodeCodePoints"},
           {"results", results(report, rules)}};
  return dumped({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({std::move(run)})}},
                2);
}

}  // namespace corslint
