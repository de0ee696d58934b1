#include <string>
#include <string_view>

#include "lint/report/artifact_uri.h"
#include "lint/report/json_values.h"
#include "lint/report/merged_edit.h"
#include "lint/report/message.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"

namespace corslint {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::info:
      break;
  }
  return "INFO";
}

/// Columns count bytes, and a byte order mark's are among them.
Json position_object(const SourceFile& file, std::uint32_t offset) {
  const auto line = file.position(offset).line;
  return {{"line", line}, {"column", offset - file.line_span(line).begin + 1}};
}

Json range(const SourceFile& file, Span span) {
  return {{"start", position_object(file, span.begin)}, {"end", position_object(file, span.end)}};
}

Json location(const SourceFile& file, Span span) {
  return {{"path", plain_path(file.path())}, {"range", range(file, span)}};
}

/// A fix is one suggestion; several suggestions are a choice.
Json suggestions(const SourceFile& file, const Finding& finding) {
  auto list = Json::array();
  for (const auto& fix : finding.fixes) {
    const auto edit = merged_edit(fix, file.text());
    if (edit) list.push_back({{"range", range(file, edit->span)}, {"text", edit->text}});
  }
  return list;
}

Json source_object() {
  return {{"name", "corslint"}};
}

Json diagnostic_object(const SourceFile& file, const Diagnostic& diagnostic) {
  const auto& finding = diagnostic.finding;
  Json object{
      {"message", message_line(finding)},
      {"location", location(file, finding.span)},
      {"severity", severity_of(diagnostic.severity)},
      {"source", source_object()},
      {"code", {{"value", diagnostic.rule->id}, {"url", diagnostic.rule->reference}}},
  };
  if (auto list = suggestions(file, finding); !list.empty()) object["suggestions"] = list;
  for (const auto& label : finding.labels)
    object["related_locations"].push_back(
        {{"message", printable(label.message)}, {"location", location(file, label.span)}});
  return object;
}

}  // namespace

std::string rdjson_report(const Report& report) {
  Json document{{"source", source_object()}, {"diagnostics", Json::array()}};
  for (const auto& file : report.files) {
    for (const auto& diagnostic : file.diagnostics)
      document["diagnostics"].push_back(diagnostic_object(file.file, diagnostic));
  }
  return dumped(document, 2);
}

std::string rdjson_lines_report(const Report& report) {
  std::string text;
  for (const auto& file : report.files) {
    for (const auto& diagnostic : file.diagnostics)
      text += dumped(diagnostic_object(file.file, diagnostic), -1);
  }
  return text;
}

}  // namespace corslint
