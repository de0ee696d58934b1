#include "rules/checks/origins/additions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/checks/wording.h"

// A line of its own goes behind the line of the last entry, so that a comment there stays with its
// entry, unless the list is closed on that line.

namespace corslint {
namespace {

constexpr std::string_view blanks = " \t";

Edit inserted(std::size_t at, std::string text) {
  const auto offset = static_cast<std::uint32_t>(at);
  return {.span = {offset, offset}, .text = std::move(text)};
}

/// The line end and the indentation before an entry that begins its line; nothing for any other.
std::optional<std::string> line_start(std::string_view file_text, Span entry) {
  if (entry.begin > file_text.size()) return std::nullopt;
  const auto before = file_text.substr(0, entry.begin);
  const auto behind_blanks = before.find_last_not_of(blanks);
  if (behind_blanks == std::string_view::npos) return std::nullopt;
  const char end = before[behind_blanks];
  if (end != '\n' && end != '\r') return std::nullopt;
  const bool is_pair = end == '\n' && behind_blanks > 0 && before[behind_blanks - 1] == '\r';
  return std::string(before.substr(is_pair ? behind_blanks - 1 : behind_blanks));
}

/// The texts as entries of the list; nothing where one cannot be spelled in it.
std::optional<std::string> joined_items(std::span<const std::string> texts, Quoting quoting,
                                        std::string_view quote, const std::string& separator) {
  std::string items;
  for (const auto& text : texts) {
    const auto written = spelled(text, quoting);
    if (!written) return std::nullopt;
    if (!items.empty()) items += separator;
    items.append(quote).append(*written).append(quote);
  }
  return items;
}

/// The edits that put `item`, which may be several, on a line of its own.
std::vector<Edit> on_own_line(std::string_view file_text, Span last, const std::string& start,
                              const std::string& item) {
  const auto line_end = std::min(file_text.find_first_of("\r\n", last.end), file_text.size());
  const auto rest = file_text.substr(last.end, line_end - last.end);
  const auto next = rest.find_first_not_of(blanks);
  const bool has_comma = next != std::string_view::npos && rest[next] == ',';
  const auto behind_comma = has_comma ? rest.substr(next + 1) : rest;
  const auto first = behind_comma.find_first_not_of(blanks);
  const bool is_alone = first == std::string_view::npos || behind_comma[first] == '#' ||
                        behind_comma.substr(first).starts_with("//");
  if (!is_alone || (!has_comma && first == std::string_view::npos))
    return {inserted(last.end, "," + start + item)};
  if (has_comma) return {inserted(line_end, start + item + ',')};
  return {inserted(last.end, ","), inserted(line_end, start + item)};
}

}  // namespace

std::vector<Fix> added(const TextList& list, std::span<const std::string> texts,
                       std::string_view file_text, Safety safety) {
  if (list.entries.empty() || texts.empty()) return {};
  const Text& last = list.entries.back();
  if (last.resolution != Resolution::literal || last.span == Span{}) return {};
  const bool in_json = list.form == ListForm::json_text && last.quoting == Quoting::json;
  const bool is_list = list.form == ListForm::list || in_json;
  if (!is_list && list.form != ListForm::separated) return {};
  const std::string_view quote =
      !is_list ? "" : (last.quoting == Quoting::toml_literal ? "'" : "\"");
  const auto start = is_list ? line_start(file_text, last.span) : std::nullopt;
  const auto separator = start ? ',' + *start : std::string(is_list ? ", " : ",");
  const auto items = joined_items(texts, last.quoting, quote, separator);
  if (!items) return {};
  auto edits = start ? on_own_line(file_text, last.span, *start, *items)
                     : std::vector{inserted(last.span.end, separator + *items)};
  const std::vector<std::string_view> names(texts.begin(), texts.end());
  return {
      {.title = "Add " + listed_in_backticks(names), .safety = safety, .edits = std::move(edits)}};
}

std::vector<Fix> added(const TextList& list, const std::string& text, std::string_view file_text,
                       Safety safety) {
  return added(list, std::span(&text, 1), file_text, safety);
}

}  // namespace corslint
