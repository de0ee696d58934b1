#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/policy/span.h"
#include "rules/policy/text.h"

namespace corslint {

/// The value of one assignment as it is written. `content` lies within the quotes. `end` is where
/// its last line ends, comment included.
struct EnvValue {
  Span span;
  Span content;
  Quoting quoting = Quoting::bare;
  std::size_t end = 0;
};

/// Whether a byte is a blank within a line.
constexpr bool is_env_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

/// The offset of the first byte from `at` on that is no blank within the line.
std::size_t after_blanks(std::string_view text, std::size_t at);

/// The offset of the line end (LF or CR) from `at` on, or the text's end.
std::size_t end_of_line(std::string_view text, std::size_t at);

/// Reads the value that follows an assignment's sign; `at` is the offset behind that sign. Single
/// quotes, double quotes and backquotes may span lines, a bare value ends at the line's end or at
/// ` #`. A quote that closes on its line with more text behind it is part of a bare value, as most
/// readers take it. None if a quote is never closed.
std::optional<EnvValue> scanned_env_value(std::string_view text, std::size_t at);

}  // namespace corslint
