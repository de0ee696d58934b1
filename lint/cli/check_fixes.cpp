#include "lint/cli/check_fixes.h"

#include <algorithm>

#include "lint/report/counted.h"
#include "lint/report/printable.h"
#include "lint/run/fixing.h"

namespace corslint {
namespace {

std::size_t unsafely_fixable(const Report& report) {
  std::size_t count = 0;
  for (const auto& file : report.files) {
    count += static_cast<std::size_t>(
        std::ranges::count_if(file.diagnostics, [](const Diagnostic& diagnostic) {
          return has_fix(diagnostic, FixScope::safe_and_unsafe) &&
                 !has_fix(diagnostic, FixScope::safe);
        }));
  }
  return count;
}

/// Findings that remain although a fix that was asked for belongs to them.
std::size_t kept_back(const Report& report) {
  std::size_t count = 0;
  for (const auto& file : report.files) {
    count += static_cast<std::size_t>(std::ranges::count_if(
        file.diagnostics,
        [&](const Diagnostic& diagnostic) { return has_fix(diagnostic, report.fixes); }));
  }
  return count;
}

void add_clause(std::string& text, const std::string& clause) {
  if (!text.empty()) text += "; ";
  text += clause;
}

}  // namespace

std::string fix_summary(const RunResult& result, const Report& report, FixAction action) {
  const auto figures = figures_of(result.fixes);
  std::string text;
  if (figures.findings > 0)
    text = (applies(action) ? "fixed " : "would fix ") +
           counted(figures.findings, "finding", "findings") + " in " +
           counted(figures.files, "file", "files");
  const auto kept = applies(action) ? kept_back(report) : 0;
  if (kept > 0)
    add_clause(text, counted(kept, "finding", "findings") +
                         (kept == 1 ? " keeps its" : " keep their") +
                         " fix, which would bring up another finding");
  const auto unsafe = report.fixes == FixScope::safe ? unsafely_fixable(report) : 0;
  if (unsafe > 0)
    add_clause(text, counted(unsafe, "finding", "findings") + (unsafe == 1 ? " has" : " have") +
                         " an unsafe fix (`--unsafe-fixes`)");
  return text;
}

std::string fix_list(const RunResult& result, const Report& report) {
  std::string lines;
  for (const auto& fix : result.fixes) {
    const auto path = printable(report.files[fix.index].file.path());
    for (const auto& applied : fix.fixed.applied)
      lines += path + ':' + std::to_string(applied.position.line) + ':' +
               std::to_string(applied.position.column) + ": fixed[" +
               std::string(applied.rule->id) + "] " + printable(applied.title) + '\n';
  }
  return lines;
}

}  // namespace corslint
