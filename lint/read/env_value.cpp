#include "lint/read/env_value.h"

#include <algorithm>
#include <cstdint>

namespace corslint {
namespace {

constexpr auto none = std::string_view::npos;

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}

/// Whether from `at` on the line holds nothing but a comment.
bool is_rest_empty(std::string_view text, std::size_t at) {
  at = after_blanks(text, at);
  return at == end_of_line(text, at) || text[at] == '#';
}

/// The quote that closes the one at `open`, none if there is none. Within double quotes every
/// backslash takes the next byte with it, elsewhere only one before the quote itself.
std::size_t closing_quote(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (auto i = open + 1; i < text.size(); ++i) {
    if (text[i] == quote) return i;
    const bool escapes = text[i] == '\\' && i + 1 < text.size() &&
                         (text[i + 1] == quote || (quote == '"' && text[i + 1] == '\\'));
    if (escapes) ++i;
  }
  return none;
}

/// A quote on the same line that closes the value although a backslash stands before it, as in
/// `'C:\temp\'`: readers come back to it when they find no other.
std::size_t closing_escaped_quote(std::string_view text, std::size_t open) {
  const auto end = end_of_line(text, open);
  for (auto i = open + 1; i < end; ++i) {
    if (text[i] != text[open]) continue;
    if (is_rest_empty(text, i + 1)) return i;
    if (text[i - 1] != '\\') return none;
  }
  return none;
}

EnvValue quoted_value(std::string_view text, std::size_t open, std::size_t close) {
  return {.span = span_of(open, close + 1),
          .content = span_of(open + 1, close),
          .quoting = text[open] == '"' ? Quoting::env_double : Quoting::env_single,
          .end = end_of_line(text, close)};
}

EnvValue bare_value(std::string_view text, std::size_t sign_end, std::size_t begin) {
  const auto line_end = end_of_line(text, begin);
  auto end = begin;
  while (end < line_end && !(text[end] == '#' && end > 0 && is_env_blank(text[end - 1]))) ++end;
  while (end > begin && is_env_blank(text[end - 1])) --end;
  const auto span = end == begin ? span_of(sign_end, sign_end) : span_of(begin, end);
  return {.span = span, .content = span, .quoting = Quoting::bare, .end = line_end};
}

}  // namespace

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_env_blank(text[at])) ++at;
  return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
  return at;
}

std::optional<EnvValue> scanned_env_value(std::string_view text, std::size_t at) {
  const auto begin = after_blanks(text, at);
  if (begin == text.size() || !is_quote(text[begin])) return bare_value(text, at, begin);
  const auto close = closing_quote(text, begin);
  if (close != none && is_rest_empty(text, close + 1)) return quoted_value(text, begin, close);
  const auto escaped = closing_escaped_quote(text, begin);
  if (escaped != none) return quoted_value(text, begin, escaped);
  if (close < end_of_line(text, begin)) return bare_value(text, at, begin);
  return std::nullopt;
}

}  // namespace corslint
