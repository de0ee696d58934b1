#include <string>
#include <string_view>

#include "lint/report/printable.h"
#include "lint/report/report.h"

namespace corslint {
namespace {

/// The words of GCC, which know no `info`.
std::string_view type_of(Severity severity) {
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

}  // namespace

std::string gcc_report(const Report& report) {
  std::string text;
  for (const auto& file : report.files) {
    const auto path = printable(shown_path(report, file.file));
    for (const auto& diagnostic : file.diagnostics) {
      const auto position = file.file.position(diagnostic.finding.span.begin);
      text += path + ':' + std::to_string(position.line) + ':' + std::to_string(position.column) +
              ": " + std::string(type_of(diagnostic.severity)) + ": " +
              printable(diagnostic.finding.message) + " [" + std::string(diagnostic.rule->id) +
              "]\n";
    }
  }
  return text;
}

}  // namespace corslint
