#include "lint/run/ignores.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/read/byte_order_mark.h"
#include "lint/run/comments.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view mark = "corslint:";
constexpr std::string_view blanks = " \t\r\n";

/// The places of comments in their file, as far as ignores need to know them.
class CommentLines {
 public:
  CommentLines(const SourceFile& file, const std::vector<Span>& comments) : file_(file) {
    for (const Span comment : comments) {
      if (stands_alone(comment))
        alone_.emplace_back(line_of(comment.begin), line_of(last_byte(comment)));
    }
  }

  /// The line that a comment speaks of: its own, or, where it stands alone, the first one below
  /// that is no such comment.
  std::uint32_t line_meant_by(Span comment) const {
    const std::uint32_t first = line_of(comment.begin);
    auto block = std::ranges::lower_bound(alone_, first, {}, &Lines::first);
    if (block == alone_.end() || block->first != first) return line_of(last_byte(comment));
    std::uint32_t below = block->second + 1;
    for (++block; block != alone_.end() && block->first == below; ++block)
      below = block->second + 1;
    return below;
  }

 private:
  using Lines = std::pair<std::uint32_t, std::uint32_t>;

  static std::uint32_t last_byte(Span span) { return span.end - 1; }

  std::uint32_t line_of(std::uint32_t offset) const { return file_.position(offset).line; }

  bool stands_alone(Span comment) const {
    const auto before =
        std::max(file_.line_span(line_of(comment.begin)).begin, beginning_of(file_.text()));
    const auto after = file_.line_span(line_of(last_byte(comment))).end;
    const auto text = file_.text();
    const auto is_blank = [&](std::uint32_t begin, std::uint32_t end) {
      return begin >= end || text.substr(begin, end - begin).find_first_not_of(blanks) == npos;
    };
    return is_blank(before, comment.begin) && is_blank(comment.end, after);
  }

  const SourceFile& file_;
  std::vector<Lines> alone_;
};

/// Adds one ignore for each name between `begin` and `end`, the inside of the brackets.
void add_names(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t line,
               std::vector<InlineIgnore>& ignores) {
  while (begin <= end) {
    const auto comma = std::min(text.find(',', begin), end);
    const auto first = std::min(text.find_first_not_of(blanks, begin), comma);
    auto last = comma;
    while (last > first && blanks.find(text[last - 1]) != npos) --last;
    ignores.push_back({std::string(text.substr(first, last - first)),
                       {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)},
                       line});
    begin = comma + 1;
  }
}

/// The reason in what follows the brackets: up to the comment's end or the next directive.
std::string reason_in(std::string_view text) {
  text = text.substr(0, text.find(mark));
  text = stripped(text);
  if (text.ends_with("*/")) text = stripped(text.substr(0, text.size() - 2));
  return std::string(text);
}

/// Reads the directive that may follow a mark at `at`, within a comment that ends at `end`.
void add_directive(std::string_view text, std::size_t at, Span comment, const CommentLines& lines,
                   std::vector<InlineIgnore>& ignores) {
  const std::size_t end = comment.end;
  const auto begin = std::min(text.find_first_not_of(blanks, at + mark.size()), end);
  const auto directive = text.substr(begin, end - begin);
  const bool whole_file = directive.starts_with("file-ignore");
  if (!whole_file && !directive.starts_with("ignore")) return;

  const auto line = whole_file ? 0 : lines.line_meant_by(comment);
  const auto word_end = begin + (whole_file ? 11 : 6);
  const auto open = std::min(text.find_first_not_of(blanks, word_end), end);
  const auto close = text.find(']', open);
  if (open < end && text[open] == '[' && close < end) {
    const auto first_new = ignores.size();
    add_names(text, open + 1, close, line, ignores);
    const auto reason = reason_in(text.substr(close + 1, end - close - 1));
    for (auto i = first_new; i < ignores.size(); ++i) ignores[i].reason = reason;
    return;
  }
  ignores.push_back(
      {"", {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(word_end)}, line});
}

/// The ignores of one rule.
struct IgnoresOfRule {
  std::vector<InlineIgnore*> of_file;
  std::map<std::uint32_t, std::vector<InlineIgnore*>> by_line;
};

std::map<std::string_view, IgnoresOfRule> ignores_by_rule(std::vector<InlineIgnore>& ignores) {
  std::map<std::string_view, IgnoresOfRule> by_rule;
  for (auto& ignore : ignores) {
    auto& of_rule = by_rule[ignore.rule];
    (ignore.line == 0 ? of_rule.of_file : of_rule.by_line[ignore.line]).push_back(&ignore);
  }
  return by_rule;
}

/// Marks the ignores as used; the first of them, null where there is none.
const InlineIgnore* use(std::vector<InlineIgnore*>& ignores) {
  for (auto* const ignore : ignores) ignore->used = true;
  return ignores.empty() ? nullptr : ignores.front();
}

/// The ignore that silences what spans these lines; all that do are used from then on.
const InlineIgnore* silencer_of(IgnoresOfRule& ignores, std::uint32_t first_line,
                                std::uint32_t last_line) {
  const InlineIgnore* silencer = use(ignores.of_file);
  for (auto place = ignores.by_line.lower_bound(first_line);
       place != ignores.by_line.end() && place->first <= last_line; ++place) {
    const InlineIgnore* const of_line = use(place->second);
    if (silencer == nullptr) silencer = of_line;
  }
  return silencer;
}

}  // namespace

std::vector<InlineIgnore> inline_ignores(const SourceFile& file, Format format) {
  const auto text = file.text();
  std::vector<InlineIgnore> ignores;
  if (text.find(mark) == npos) return ignores;
  const auto comments = comments_of(text, format);
  const CommentLines lines(file, comments);
  for (const Span comment : comments) {
    auto at = text.find(mark, comment.begin);
    while (at < comment.end) {
      add_directive(text, at, comment, lines, ignores);
      at = text.find(mark, at + mark.size());
    }
  }
  return ignores;
}

std::vector<SilencedDiagnostic> apply_ignores(const SourceFile& file,
                                              std::vector<InlineIgnore>& ignores,
                                              std::vector<Diagnostic>& diagnostics) {
  std::vector<SilencedDiagnostic> silenced;
  if (ignores.empty()) return silenced;
  auto by_rule = ignores_by_rule(ignores);
  std::erase_if(diagnostics, [&](Diagnostic& diagnostic) {
    const auto of_rule = by_rule.find(diagnostic.rule->id);
    if (of_rule == by_rule.end()) return false;
    const Span span = diagnostic.finding.span;
    const auto first_line = file.position(span.begin).line;
    const auto last_line = span.end > span.begin ? file.position(span.end - 1).line : first_line;
    const InlineIgnore* const silencer = silencer_of(of_rule->second, first_line, last_line);
    if (silencer == nullptr) return false;
    silenced.push_back({std::move(diagnostic), Silencer::comment, silencer->reason});
    return true;
  });
  return silenced;
}

}  // namespace corslint
