#include <string>
#include <string_view>

#include "lint/report/artifact_uri.h"
#include "lint/report/message.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"

namespace corslint {
namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "notice";
}

/// The runner's own escaping, of https://github.com/actions/toolkit (core, command.ts): of `%` and
/// line ends in the message, and of what parts properties in those too.
std::string escaped(std::string_view text, std::string_view special) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += digits[byte >> 4U];
    result += digits[byte & 0xFU];
  }
  return result;
}

std::string property(std::string_view name, std::string_view value) {
  return std::string(name) + '=' + escaped(value, "%\r\n:,");
}

/// GitHub takes columns only where the place is within one line.
std::string place(const SourceFile& file, Span span) {
  const auto begin = file.position(span.begin);
  const auto end = file.position(span.end);
  auto text = ',' + property("line", std::to_string(begin.line)) + ',' +
              property("endLine", std::to_string(end.line));
  if (begin.line == end.line)
    text += ',' + property("col", std::to_string(begin.column)) + ',' +
            property("endColumn", std::to_string(end.column));
  return text;
}

/// The parameters are not shown in the log, so the message begins with them.
std::string annotation(const SourceFile& file, const Diagnostic& diagnostic) {
  const auto& finding = diagnostic.finding;
  const auto id = std::string(diagnostic.rule->id);
  const auto position = file.position(finding.span.begin);
  const auto message = printable(file.path()) + ':' + std::to_string(position.line) + ':' +
                       std::to_string(position.column) + ": " + id + ": " + message_line(finding);
  return "::" + std::string(command_of(diagnostic.severity)) + ' ' +
         property("file", plain_path(file.path())) + place(file, finding.span) + ',' +
         property("title", "corslint (" + id + ")") + "::" + escaped(message, "%\r\n") + '\n';
}

}  // namespace

std::string github_report(const Report& report) {
  std::string text;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    for (const auto& file : report.files) {
      for (const auto& diagnostic : file.diagnostics) {
        if (diagnostic.severity == severity) text += annotation(file.file, diagnostic);
      }
    }
  }
  return text;
}

}  // namespace corslint
