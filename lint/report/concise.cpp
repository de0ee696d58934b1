#include "lint/report/printable.h"
#include "lint/report/report.h"

namespace corslint {

std::string concise_report(const Report& report, Colour colour) {
  const Painter painter(colour);
  std::string text;
  for (const auto& file : report.files) {
    const auto path = printable(shown_path(report, file.file));
    for (const auto& diagnostic : file.diagnostics) {
      const auto position = file.file.position(diagnostic.finding.span.begin);
      text += painter.paint(path, Role::strong) + ':' + std::to_string(position.line) + ':' +
              std::to_string(position.column) + ": ";
      const auto name = std::string(severity_name(diagnostic.severity)) + '[' +
                        std::string(diagnostic.rule->id) + ']';
      text += painter.paint(name, role_of(diagnostic.severity)) + ' ' +
              printable(diagnostic.finding.message);
      if (has_fix(diagnostic, report.fixes)) text += " (fixable)";
      text += '\n';
    }
  }
  return text;
}

}  // namespace corslint
