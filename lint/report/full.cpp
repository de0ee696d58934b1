#include <string>
#include <string_view>
#include <vector>

#include "lint/report/frame.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"

namespace corslint {
namespace {

std::vector<Annotation> annotations_of(const Diagnostic& diagnostic) {
  std::vector<Annotation> annotations;
  for (const auto& label : diagnostic.finding.labels)
    annotations.push_back({label.span, label.message, Annotation::Rank::secondary, Role::frame});
  annotations.push_back({diagnostic.finding.span, diagnostic.finding.label,
                         Annotation::Rank::primary, role_of(diagnostic.severity)});
  return annotations;
}

std::string headline(const Diagnostic& diagnostic, const Painter& painter) {
  const auto name = std::string(severity_name(diagnostic.severity)) + '[' +
                    std::string(diagnostic.rule->id) + ']';
  return painter.paint(name, role_of(diagnostic.severity)) +
         painter.paint(": " + printable(diagnostic.finding.message), Role::strong) + '\n';
}

std::string note(std::string_view kind, std::string_view text, const std::string& margin,
                 const Painter& painter) {
  if (text.empty()) return {};
  return margin + painter.paint("=", Role::frame) + ' ' +
         painter.paint(std::string(kind) + ':', Role::strong) + ' ' + printable(text) + '\n';
}

std::string block(const SourceFile& file, const std::string& path, const Diagnostic& diagnostic,
                  const Painter& painter) {
  const auto& finding = diagnostic.finding;
  const auto annotations = annotations_of(diagnostic);
  const auto gutter = gutter_width(file, annotations);
  const auto margin = std::string(gutter + 2, ' ');
  const auto bar = margin + painter.paint("|", Role::frame) + '\n';
  const auto position = file.position(finding.span.begin);

  return headline(diagnostic, painter) + std::string(gutter + 1, ' ') +
         painter.paint("-->", Role::frame) + ' ' + printable(path) + ':' +
         std::to_string(position.line) + ':' + std::to_string(position.column) + '\n' + bar +
         code_frame(file, annotations, gutter, painter) + bar +
         note("note", finding.consequence, margin, painter) +
         note("witness", finding.witness, margin, painter) +
         note("help", finding.help, margin, painter) +
         note("explain", "corslint explain " + std::string(diagnostic.rule->id), margin, painter) +
         '\n';
}

}  // namespace

std::string full_report(const Report& report, Colour colour, Verbosity verbosity) {
  const Painter painter(colour);
  std::string text;
  for (const auto& file : report.files) {
    const auto path = shown_path(report, file.file);
    for (const auto& diagnostic : file.diagnostics)
      text += block(file.file, path, diagnostic, painter);
  }
  // Where nothing could be checked, a count of nothing would read as if all were well.
  const bool says_something = report.files_checked > 0 || report.problems.empty();
  if (verbosity == Verbosity::with_summary && says_something) {
    text += summary_line(report) + '\n';
  } else if (!text.empty()) {
    text.pop_back();
  }
  return text;
}

}  // namespace corslint
