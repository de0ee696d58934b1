#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// The Infra Standard's ASCII lowercase of one byte; other bytes stay.
/// https://infra.spec.whatwg.org/#ascii-lowercase
constexpr char ascii_lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The Infra Standard's ASCII lowercase of a text.
std::string ascii_lowered(std::string_view text);

/// ASCII uppercase of a text. https://infra.spec.whatwg.org/#ascii-uppercase
std::string ascii_uppered(std::string_view text);

/// Whether two texts are an ASCII case-insensitive match.
/// https://infra.spec.whatwg.org/#ascii-case-insensitive
bool equal_ignoring_case(std::string_view left, std::string_view right);

/// `text` without ASCII whitespace at either end.
/// https://infra.spec.whatwg.org/#strip-leading-and-trailing-ascii-whitespace
std::string_view stripped(std::string_view text);

}  // namespace corslint
