#pragma once

#include <algorithm>
#include <string_view>

#include "rules/policy/ascii.h"

namespace corslint {

/// The character classes of https://infra.spec.whatwg.org/#code-points, free of any locale.
constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_alpha(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether `text` holds an ASCII upper case letter.
inline bool has_ascii_upper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_upper);
}

/// Whether every byte of `text` is ASCII.
inline bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c); });
}

/// The value of a hexadecimal digit, or -1.
constexpr int hex_digit_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lowered(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace corslint
