#include "lint/read/format_removals.h"

namespace corslint {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_white_space(char c) {
  return is_blank(c) || c == '\r' || c == '\n';
}

/// Only the line's indentation before `begin`, and only the line's end after `end`.
std::optional<Span> whole_line(std::string_view text, Span span) {
  std::uint32_t begin = span.begin;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  if (begin == 0 || text[begin - 1] != '\n') return std::nullopt;
  std::uint32_t end = span.end;
  if (end < text.size() && text[end] == '\r') ++end;
  if (end >= text.size() || text[end] != '\n') return std::nullopt;
  return Span{begin, end + 1};
}

/// The offset of the first byte from `begin` on that is no white space; at most `end`.
std::uint32_t after_white_space(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && is_white_space(text[begin])) ++begin;
  return begin;
}

std::optional<Span> removal_of(std::string_view text, const Value& list, std::size_t index) {
  const Span item = list.items[index].span;
  const bool is_last = index + 1 == list.items.size();
  const std::uint32_t limit = is_last ? list.span.end - 1 : list.items[index + 1].span.begin;
  const std::uint32_t next = after_white_space(text, item.end, limit);
  if (next < limit && text[next] == ',') {
    std::uint32_t end = next + 1;
    while (end < limit && is_blank(text[end])) ++end;
    const Span with_comma{item.begin, end};
    return whole_line(text, with_comma).value_or(with_comma);
  }
  if (!is_last || next < limit) return std::nullopt;
  if (index == 0) return item;
  const std::uint32_t before = list.items[index - 1].span.end;
  const std::uint32_t comma = after_white_space(text, before, item.begin);
  if (comma >= item.begin || text[comma] != ',') return std::nullopt;
  if (after_white_space(text, comma + 1, item.begin) != item.begin) return std::nullopt;
  return Span{comma, item.end};
}

}  // namespace

void set_removals(std::string_view text, Value& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i)
    list.items[i].text.removal = removal_of(text, list, i);
}

}  // namespace corslint
