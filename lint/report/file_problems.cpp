#include "lint/report/file_problems.h"

#include "lint/report/frame.h"
#include "lint/report/printable.h"

namespace corslint {
namespace {

std::string frame_of(const SourceFile& file, const FileProblem& problem, const Painter& painter) {
  const std::vector<Annotation> annotations{
      {problem.span, problem.label, Annotation::Rank::primary, Role::error}};
  const auto gutter = gutter_width(file, annotations);
  const auto margin = std::string(gutter + 2, ' ');
  const auto bar = margin + painter.paint("|", Role::frame) + '\n';
  const auto position = file.position(problem.span.begin);
  auto text = painter.paint("error", Role::error) +
              painter.paint(": " + printable(problem.message), Role::strong) + '\n' +
              std::string(gutter + 1, ' ') + painter.paint("-->", Role::frame) + ' ' +
              printable(file.path()) + ':' + std::to_string(position.line) + ':' +
              std::to_string(position.column) + '\n' + bar +
              code_frame(file, annotations, gutter, painter);
  if (problem.help.empty()) return text + '\n';
  return text + bar + margin + painter.paint("=", Role::frame) + ' ' +
         painter.paint("help:", Role::strong) + ' ' + printable(problem.help) + "\n\n";
}

}  // namespace

std::string problem_frames(const SourceFile& file, const std::vector<FileProblem>& problems,
                           Colour colour) {
  const Painter painter(colour);
  std::string text;
  for (const auto& problem : problems) text += frame_of(file, problem, painter);
  return text;
}

}  // namespace corslint
