#include "lint/read/json_tokens.h"

#include <array>
#include <string>
#include <utility>

#include "lint/read/utf8.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

JsonToken failure(Span span, std::string detail) {
  return {0,
          Irregularity{
              .kind = IrregularityKind::syntax_error, .span = span, .detail = std::move(detail)}};
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         c == '-' || c == '+' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// The code unit that four hexadecimal digits name; none if they are not four.
std::optional<unsigned> code_unit(std::string_view text, std::size_t offset) {
  unsigned value = 0;
  for (std::size_t i = offset; i < offset + 4; ++i) {
    if (i >= text.size()) return std::nullopt;
    const char c = ascii_lowered(text[i]);
    const bool is_letter = c >= 'a' && c <= 'f';
    if (!is_digit(c) && !is_letter) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(is_letter ? c - 'a' + 10 : c - '0');
  }
  return value;
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// `offset` is that of the backslash.
JsonToken unicode_escape(std::string_view text, std::size_t offset) {
  const auto unit = code_unit(text, offset + 2);
  if (!unit) return failure(span_of(offset, offset + 2), "`\\u` needs four hexadecimal digits");
  const Span span = span_of(offset, offset + 6);
  if (is_high_surrogate(*unit) && text.substr(offset + 6).starts_with("\\u")) {
    const auto low = code_unit(text, offset + 8);
    if (low && is_low_surrogate(*low)) return {offset + 12, std::nullopt};
  }
  if (is_high_surrogate(*unit) || is_low_surrogate(*unit))
    return failure(span, "this escape is one half of a surrogate pair; the other half is missing");
  return {offset + 6, std::nullopt};
}

JsonToken escape(std::string_view text, std::size_t offset) {
  const char c = offset + 1 < text.size() ? text[offset + 1] : '\n';
  if (c == 'u') return unicode_escape(text, offset);
  if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos)
    return {offset + 2, std::nullopt};
  if (static_cast<unsigned char>(c) < 0x20)
    return failure(span_of(offset, offset + 1), "nothing follows this backslash on its line");
  const Span span{static_cast<std::uint32_t>(offset), code_point_span(text, offset + 1).end};
  return failure(span, "there is no such escape; a backslash itself is written `\\\\`");
}

JsonToken control_character(std::string_view text, std::size_t begin, std::size_t offset) {
  const char c = text[offset];
  if (c == '\n' || c == '\r')
    return failure(span_of(begin, offset), "this string is not closed on its line");
  const Span span = span_of(offset, offset + 1);
  if (c == '\t') return failure(span, "a tab in a string is written `\\t`");
  return failure(span, shown_code_point(text, offset) + " in a string is written as an escape");
}

JsonToken string_token(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') return {at + 1, std::nullopt};
    if (static_cast<unsigned char>(c) < 0x20) return control_character(text, begin, at);
    if (c == '\\') {
      auto escaped = escape(text, at);
      if (escaped.error) return escaped;
      at = escaped.end;
    } else {
      ++at;
    }
  }
  return failure(span_of(begin, text.size()), "this string is not closed");
}

std::size_t after_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// What is wrong with the word as a number; empty if it is one.
std::string_view fault_of_number(std::string_view word) {
  std::size_t at = word.front() == '-' ? 1 : 0;
  const std::size_t integer_end = after_digits(word, at);
  if (integer_end == at) return "a number begins with a digit, or `-` and a digit";
  if (word[at] == '0' && integer_end > at + 1) return "a number has no leading zeros";
  at = integer_end;
  if (at < word.size() && word[at] == '.') {
    const std::size_t end = after_digits(word, at + 1);
    if (end == at + 1) return "a digit has to follow the decimal point";
    at = end;
  }
  if (at < word.size() && ascii_lowered(word[at]) == 'e') {
    ++at;
    if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
    const std::size_t end = after_digits(word, at);
    if (end == at) return "a digit has to follow the exponent";
    at = end;
  }
  return at == word.size() ? "" : "this is not a number that JSON knows";
}

std::string fault_of_word(std::string_view word) {
  static constexpr std::array<std::string_view, 3> literals{"true", "false", "null"};
  for (const auto literal : literals)
    if (equal_ignoring_case(word, literal)) return "write `" + std::string(literal) + "`";
  if (word == "undefined" || word == "None" || word == "nil") return "JSON writes this as `null`";
  if (word == "NaN" || word == "Infinity") return "JSON has no such number";
  return "text is written in double quotes";
}

JsonToken word_token(std::string_view text, std::size_t begin) {
  const Span span = json_word(text, begin);
  const auto word = text.substr(span.begin, span.end - span.begin);
  if (word == "true" || word == "false" || word == "null") return {span.end, std::nullopt};
  const char first = word.front();
  const bool is_like_number = is_digit(first) || first == '-' || first == '+' || first == '.';
  if (!is_like_number) return failure(span, fault_of_word(word));
  const auto fault = fault_of_number(word);
  if (fault.empty()) return {span.end, std::nullopt};
  return failure(span, std::string(fault));
}

}  // namespace

Span json_word(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && is_word_character(text[end])) ++end;
  return span_of(offset, end);
}

JsonToken json_token(std::string_view text, std::size_t offset) {
  const char c = text[offset];
  if (c == '"') return string_token(text, offset);
  const Span here = code_point_span(text, offset);
  if (c == '\'') return failure(here, "strings take double quotes");
  if (c == '#') return failure(here, "a comment in JSON begins with `//`, not `#`");
  if (!is_word_character(c))
    return failure(here, "expected a value, found " + shown_code_point(text, offset));
  return word_token(text, offset);
}

}  // namespace corslint
