// toml++ stops at the value of a key that stands twice, and at the bracket of a table that does;
// from there the name is found in the text.
#include "lint/read/toml_redefinition.h"

#include <string>

namespace corslint {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view quotes = "\"'";

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_escaped(std::string_view text, std::size_t offset) {
  std::size_t backslashes = 0;
  while (backslashes < offset && text[offset - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// The part of a key that ends at `end`.
std::optional<Span> part_before(std::string_view text, std::size_t end) {
  if (end == 0) return std::nullopt;
  const char last = text[end - 1];
  std::size_t begin = end - 1;
  if (quotes.find(last) == std::string_view::npos) {
    begin = end;
    while (begin > 0 && is_bare(text[begin - 1])) --begin;
    if (begin == end) return std::nullopt;
    return span_of(begin, end);
  }
  while (begin > 0) {
    --begin;
    if (text[begin] == '\n') return std::nullopt;
    if (text[begin] == last && (last == '\'' || !is_escaped(text, begin)))
      return span_of(begin, end);
  }
  return std::nullopt;
}

std::size_t before_blanks(std::string_view text, std::size_t end) {
  while (end > 0 && blanks.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

std::optional<Span> key_before_value(std::string_view text, std::size_t value) {
  const std::size_t equals_end = before_blanks(text, value);
  if (equals_end == 0 || text[equals_end - 1] != '=') return std::nullopt;
  return part_before(text, before_blanks(text, equals_end - 1));
}

/// The offset of the bracket that closes a table's name; a bracket may stand in a quoted part.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  char quote = '\0';
  for (; at < text.size() && text[at] != '\n'; ++at) {
    const char c = text[at];
    if (quote == '\0' && c == ']') return at;
    const bool is_quote = quotes.find(c) != std::string_view::npos;
    if (is_quote && quote == '\0') {
      quote = c;
    } else if (c == quote && (c == '\'' || !is_escaped(text, at))) {
      quote = '\0';
    }
  }
  return std::string_view::npos;
}

/// The last part of the table's name at `offset`, if that name is the one complained about.
std::optional<Span> last_part_of_header(std::string_view text, std::size_t offset,
                                        std::string_view description) {
  const auto begin = text.find_first_not_of("[ \t", offset);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto end = end_of_name(text, begin);
  if (end == std::string_view::npos) return std::nullopt;
  const auto name = text.substr(begin, before_blanks(text, end) - begin);
  if (description.find('\'' + std::string(name)) == std::string_view::npos) return std::nullopt;
  return part_before(text, begin + name.size());
}

}  // namespace

std::optional<Span> redefined_key(std::string_view text, std::uint32_t offset,
                                  std::string_view description) {
  if (description.find(": cannot redefine existing ") == std::string_view::npos)
    return std::nullopt;
  if (description.find("as dotted key-value pair") != std::string_view::npos) return std::nullopt;
  if (description.find("table header:") != std::string_view::npos) {
    if (offset >= text.size() || text[offset] != '[') return std::nullopt;
    return last_part_of_header(text, offset, description);
  }
  return key_before_value(text, offset);
}

}  // namespace corslint
