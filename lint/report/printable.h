#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corslint {

/// One character as a terminal shows it: its text, how many columns that takes, and how many bytes
/// of the input it stands for.
struct Glyph {
  std::string shown;
  std::size_t width = 0;
  std::size_t length = 0;
};

/// The character that begins at `offset`, which must lie inside `text`. What could drive a terminal
/// or hide text (controls, escape, overrides of direction, characters without width) and what is
/// not UTF-8 is spelled out: `\u{1b}`, `\x{ff}`. A tab is four blanks.
Glyph glyph_at(std::string_view text, std::size_t offset);

/// A text from the input as it may be printed on one line, tabs and line ends spelled out too.
std::string printable(std::string_view text);

/// The same between backquotes, as messages name what stands in the input.
std::string printable_in_backticks(std::string_view text);

/// How many columns a text takes that `printable` gave.
std::size_t display_width(std::string_view text);

}  // namespace corslint
