#include <string>
#include <string_view>

#include "lint/report/json_values.h"
#include "lint/report/report.h"
#include "lint/report/version.h"
#include "rules/policy/environment.h"

namespace corslint {
namespace {

Json fix_object(const SourceFile& file, const Fix& fix) {
  auto edits = Json::array();
  for (const auto& edit : fix.edits)
    edits.push_back({{"range", range_object(file, edit.span)}, {"text", edit.text}});
  return {{"title", fix.title},
          {"safety", fix.safety == Safety::safe ? "safe" : "unsafe"},
          {"edits", std::move(edits)}};
}

Json diagnostic_object(const SourceFile& file, const Diagnostic& diagnostic) {
  const auto& finding = diagnostic.finding;
  Json object{{"rule", diagnostic.rule->id},
              {"severity", severity_name(diagnostic.severity)},
              {"message", whole_message(finding)},
              {"path", file.path()},
              {"range", range_object(file, finding.span)},
              {"pointer", diagnostic.pointer},
              {"policy", diagnostic.policy},
              {"dialect", diagnostic.dialect}};
  if (diagnostic.environment != Environment::unknown)
    object["environment"] = environment_name(diagnostic.environment);
  if (!finding.witness.empty()) object["witness"] = finding.witness;
  for (const auto& label : finding.labels)
    object["labels"].push_back(
        {{"message", label.message}, {"range", range_object(file, label.span)}});
  for (const auto& fix : finding.fixes) object["fixes"].push_back(fix_object(file, fix));
  object["url"] = diagnostic.rule->reference;
  return object;
}

Json policy_object(const SourceFile& file, const PolicySummary& policy) {
  Json object{{"path", file.path()}, {"name", policy.name}, {"dialect", policy.dialect}};
  if (policy.environment != Environment::unknown)
    object["environment"] = environment_name(policy.environment);
  object["range"] = range_object(file, policy.span);
  return object;
}

Json summary_object(const Summary& summary) {
  return {{"files", summary.files},    {"policies", summary.policies},
          {"error", summary.errors},   {"warning", summary.warnings},
          {"info", summary.infos},     {"suppressed", summary.suppressed},
          {"fixable", summary.fixable}};
}

}  // namespace

std::string json_report(const Report& report) {
  Json document{{"version", 1},
                {"tool", {{"name", "corslint"}, {"version", version()}}},
                {"summary", summary_object(summary_of(report))},
                {"policies", Json::array()},
                {"diagnostics", Json::array()}};
  for (const auto& file : report.files) {
    for (const auto& policy : file.policies)
      document["policies"].push_back(policy_object(file.file, policy));
    for (const auto& diagnostic : file.diagnostics)
      document["diagnostics"].push_back(diagnostic_object(file.file, diagnostic));
  }
  return dumped(document, 2);
}

std::string json_lines_report(const Report& report) {
  std::string text;
  for (const auto& file : report.files) {
    for (const auto& diagnostic : file.diagnostics)
      text += dumped(diagnostic_object(file.file, diagnostic), -1);
  }
  return text;
}

}  // namespace corslint
