#include "lint/lsp/diagnostics.h"

#include <algorithm>
#include <array>

#include "lint/lsp/configuration_documents.h"
#include "lint/report/json_values.h"
#include "rules/catalog.h"

namespace corslint::lsp {
namespace {

Json position_of(const SourceFile& file, std::uint32_t offset, PositionEncoding encoding) {
  const auto position = position_at(file, offset, encoding);
  return {{"line", position.line}, {"character", position.character}};
}

/// The numbers of `DiagnosticSeverity`.
int severity_number(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::info:
      break;
  }
  return 3;
}

/// The numbers of `DiagnosticTag`, for rules that speak of what could be left out, which editors
/// fade, or is written in an old way, which they strike through.
Json tags_of(const Rule& rule) {
  static const std::array<const Rule*, 9> unnecessary{
      &rules::unused_ignore,    &rules::duplicate_origin,           &rules::redundant_origin,
      &rules::dead_alternative, &rules::safelisted_method,          &rules::duplicate_method,
      &rules::duplicate_header, &rules::safelisted_response_header, &rules::ignored_policy};
  if (&rule == &rules::deprecated_key) return Json::array({2});
  if (std::ranges::find(unnecessary, &rule) != unnecessary.end()) return Json::array({1});
  return Json::array();
}

/// What programs want to know besides the message; editors hand it back with code actions.
Json data_of(const Diagnostic& diagnostic) {
  Json data{{"pointer", diagnostic.pointer},
            {"policy", diagnostic.policy},
            {"dialect", diagnostic.dialect}};
  if (diagnostic.environment != Environment::unknown)
    data["environment"] = environment_name(diagnostic.environment);
  if (!diagnostic.finding.witness.empty()) data["witness"] = diagnostic.finding.witness;
  return data;
}

Json configuration_error(Json range, std::string message) {
  return {{"range", std::move(range)},
          {"severity", severity_number(Severity::error)},
          {"code", "configuration"},
          {"source", "corslint"},
          {"message", std::move(message)}};
}

std::string sentence(const std::string& text) {
  return text + (text.ends_with('?') ? "" : ".");
}

std::string message_of(const FileProblem& problem) {
  return sentence(problem.message) + (problem.help.empty() ? "" : ' ' + sentence(problem.help));
}

bool is_configuration(const SourceFile& file) {
  const std::string_view path = file.path();
  return is_configuration_name(path.substr(path.find_last_of('/') + 1));
}

/// Where a broken configuration keeps a policy file from being linted, that is what it shows.
Json broken_configuration(const LintedDocument& linted, PositionEncoding encoding) {
  const auto& loaded = *linted.conditions.settings.configuration;
  const auto& problem = loaded.problems.front();
  const auto place = loaded.file
                         ? loaded.file->path() + ':' +
                               std::to_string(loaded.file->position(problem.span.begin).line)
                         : std::string();
  return configuration_error(range_of(linted.report.file, {0, 0}, encoding),
                             "Nothing is checked here before the configuration is right: " + place +
                                 ": " + message_of(problem));
}

}  // namespace

Json range_of(const SourceFile& file, Span span, PositionEncoding encoding) {
  return {{"start", position_of(file, span.begin, encoding)},
          {"end", position_of(file, span.end, encoding)}};
}

Json diagnostic_of(const Diagnostic& diagnostic, const SourceFile& file, const std::string& uri,
                   PositionEncoding encoding) {
  const auto& finding = diagnostic.finding;
  auto related = Json::array();
  for (const auto& label : finding.labels) {
    if (label.message.empty()) continue;
    related.push_back(
        {{"location", {{"uri", uri}, {"range", range_of(file, label.span, encoding)}}},
         {"message", label.message}});
  }
  Json result{{"range", range_of(file, finding.span, encoding)},
              {"severity", severity_number(diagnostic.severity)},
              {"code", diagnostic.rule->id},
              {"codeDescription", {{"href", diagnostic.rule->reference}}},
              {"source", "corslint"},
              {"message", whole_message(finding)},
              {"relatedInformation", std::move(related)},
              {"data", data_of(diagnostic)}};
  if (auto tags = tags_of(*diagnostic.rule); !tags.empty()) result["tags"] = std::move(tags);
  return result;
}

Json diagnostics_of(const LintedDocument& linted, PositionEncoding encoding) {
  const auto& file = linted.report.file;
  auto result = Json::array();
  for (const auto& problem : configuration_problems(linted.document))
    result.push_back(
        configuration_error(range_of(file, problem.span, encoding), message_of(problem)));
  if (!is_configuration(file) && !linted.conditions.settings.configuration->problems.empty())
    result.push_back(broken_configuration(linted, encoding));
  for (const auto& diagnostic : linted.report.diagnostics)
    result.push_back(diagnostic_of(diagnostic, file, linted.document.uri, encoding));
  return result;
}

}  // namespace corslint::lsp
