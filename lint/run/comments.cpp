// A scanner that knows just enough of each format to tell comments from strings. It does not parse:
// comments have to be found in files that do not parse too, and the parsers do not keep them.

#include "lint/run/comments.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "lint/read/byte_order_mark.h"

namespace corslint {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t line_end(std::string_view text, std::size_t from) {
  return std::min(text.find_first_of("\r\n", from), text.size());
}

void add(std::vector<Span>& comments, std::size_t begin, std::size_t end) {
  comments.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

/// Whether an escape stands for another character between these quotes.
enum class Escapes { none, backslash };

/// The place after the closing `quote` for a string whose text begins at `from`; npos if it does
/// not end before `limit`.
std::size_t after_string(std::string_view text, std::size_t from, std::string_view quote,
                         Escapes escapes, std::size_t limit) {
  for (std::size_t i = from; i < limit; ++i) {
    if (escapes == Escapes::backslash && text[i] == '\\') {
      ++i;
    } else if (text.substr(i, quote.size()) == quote) {
      return i + quote.size();
    }
  }
  return npos;
}

/// The place after the TOML string that begins at `start`.
std::size_t after_toml_string(std::string_view text, std::size_t start) {
  const auto escapes = text[start] == '"' ? Escapes::backslash : Escapes::none;
  const auto one = text.substr(start, 1);
  const auto three = text.substr(start, 3);
  if (three == R"(""")" || three == "'''") {
    auto end = after_string(text, start + 3, three, escapes, text.size());
    if (end == npos) return text.size();
    // One or two quotes may stand directly before the closing three.
    while (end < text.size() && text[end] == one.front()) ++end;
    return end;
  }
  const auto limit = line_end(text, start);
  return std::min(after_string(text, start + 1, one, escapes, limit), limit);
}

std::vector<Span> toml_comments(std::string_view text) {
  std::vector<Span> comments;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '#') {
      const auto end = line_end(text, i);
      add(comments, i, end);
      i = end;
    } else if (text[i] == '"' || text[i] == '\'') {
      i = after_toml_string(text, i);
    } else {
      ++i;
    }
  }
  return comments;
}

std::vector<Span> json_comments(std::string_view text) {
  std::vector<Span> comments;
  for (std::size_t i = 0; i < text.size();) {
    const auto two = text.substr(i, 2);
    if (two == "//") {
      const auto end = line_end(text, i);
      add(comments, i, end);
      i = end;
    } else if (two == "/*") {
      const auto close = text.find("*/", i + 2);
      const auto end = close == npos ? text.size() : close + 2;
      add(comments, i, end);
      i = end;
    } else if (text[i] == '"') {
      const auto limit = line_end(text, i);
      i = std::min(after_string(text, i + 1, "\"", Escapes::backslash, limit), limit);
    } else {
      ++i;
    }
  }
  return comments;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// Where a comment may begin behind an env value: behind the closing quote, or, where the value is
/// not quoted, at its first character.
std::size_t after_env_quotes(std::string_view text, std::size_t value, std::size_t end) {
  if (value >= end || (text[value] != '"' && text[value] != '\'' && text[value] != '`'))
    return value;
  const auto escapes = text[value] == '"' ? Escapes::backslash : Escapes::none;
  const auto closed = after_string(text, value + 1, text.substr(value, 1), escapes, text.size());
  return closed == npos ? value : closed;
}

std::vector<Span> env_comments(std::string_view text) {
  std::vector<Span> comments;
  for (std::size_t line = beginning_of(text); line < text.size();) {
    auto end = line_end(text, line);
    const auto first = std::min(text.find_first_not_of(" \t", line), end);
    const auto equals = std::min(text.find('=', line), end);
    auto from = first;
    if (equals < end && text[first] != '#') {
      const auto value = std::min(text.find_first_not_of(" \t", equals + 1), end);
      from = after_env_quotes(text, value, end);
      end = line_end(text, from);
    }
    for (std::size_t i = from; i < end; ++i) {
      const bool starts = i == line || is_blank(text[i - 1]) || i == from;
      if (text[i] != '#' || !starts) continue;
      add(comments, i, end);
      break;
    }
    line = end + 1;
  }
  return comments;
}

}  // namespace

std::vector<Span> comments_of(std::string_view text, Format format) {
  switch (format) {
    case Format::toml:
      return toml_comments(text);
    case Format::json:
      return json_comments(text);
    case Format::env:
      break;
  }
  return env_comments(text);
}

}  // namespace corslint
