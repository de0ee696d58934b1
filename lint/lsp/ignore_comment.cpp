#include "lint/lsp/ignore_comment.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lsp/uris.h"
#include "lint/read/byte_order_mark.h"
#include "lint/run/comments.h"
#include "lint/run/edits.h"
#include "lint/run/finding_changes.h"
#include "lint/run/ignores.h"

namespace corslint::lsp {
namespace {

Edit insertion(std::uint32_t at, std::string text) {
  return {.span = {at, at}, .text = std::move(text)};
}

std::string line_end_of(std::string_view text) {
  const auto end = text.find_first_of("\r\n");
  if (end == std::string_view::npos) return "\n";
  return std::string(text.substr(end, text.substr(end, 2) == "\r\n" ? 2 : 1));
}

/// The ways to add the comment, the best first.
std::vector<Edit> candidates(const SourceFile& file, const Diagnostic& diagnostic, Format format) {
  const auto rule = std::string(diagnostic.rule->id);
  const auto number = file.position(diagnostic.finding.span.begin).line;
  const auto line = file.line(number);
  const Span span = file.line_span(number);
  const auto comment =
      std::string(format == Format::json ? "//" : "#") + " corslint: ignore[" + rule + ']';

  std::vector<Edit> edits;
  for (const auto& ignore : inline_ignores(file, format)) {
    if (ignore.line == number && !ignore.rule.empty())
      edits.push_back(insertion(ignore.span.end, ", " + rule));
  }
  const std::size_t start = number == 1 ? beginning_of(line) : 0;
  const auto first = std::min(line.find_first_not_of(" \t", start), line.size());
  edits.push_back(insertion(
      static_cast<std::uint32_t>(span.begin + first),
      comment + line_end_of(file.text()) + std::string(line.substr(start, first - start))));
  edits.push_back(insertion(span.end, ' ' + comment));
  return edits;
}

bool silences_only(const Edit& edit, const FileReport& report, const Diagnostic& diagnostic,
                   const LintConditions& conditions) {
  const auto after = linted(conditions, with_edits(report.file.text(), {edit}));
  const auto changes = changes_between(report, after, {{edit}}, {{&diagnostic, Safety::safe}});
  return !changes.stayed && changes.added.empty() &&
         after.diagnostics.size() < report.diagnostics.size() &&
         after.policies.size() == report.policies.size();
}

}  // namespace

std::optional<Edit> ignoring_edit(const FileReport& report, const Diagnostic& diagnostic,
                                  const LintConditions& conditions) {
  for (auto& edit : candidates(report.file, diagnostic, conditions.format)) {
    if (silences_only(edit, report, diagnostic, conditions)) return std::move(edit);
  }
  return std::nullopt;
}

bool may_have_comments(const OpenDocument& document, Format format) {
  if (format != Format::json) return true;
  if (document.language == "jsonc" || document.language == "json5") return true;
  const std::filesystem::path path(document.path.empty() ? name_of_uri(document.uri)
                                                         : document.path);
  const auto name = path.filename().string();
  if (name.ends_with(".jsonc") || name.ends_with(".json5")) return true;
  // .NET's configuration skips comments.
  if (name.starts_with("appsettings.")) return true;
  return !comments_of(document.text, format).empty();
}

}  // namespace corslint::lsp
