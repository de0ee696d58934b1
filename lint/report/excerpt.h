#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "rules/policy/span.h"

namespace corslint {

/// A line of a file, or a part of a long one, as it is shown: `columns` has the display column of
/// each byte from `begin` on, and of the end.
struct Excerpt {
  std::string shown;
  std::vector<std::size_t> columns;
  std::uint32_t begin = 0;
};

/// The longest line, in bytes, that is shown whole.
inline constexpr std::uint32_t longest_whole_line = 140;

/// The line (from 1) as it is shown for the sake of the bytes of `focus`, which lies in it: whole,
/// or cut around the focus with `...` where it is long.
Excerpt excerpt_of(const SourceFile& file, std::uint32_t line, Span focus);

/// The display column of a byte offset; offsets outside of the excerpt are at its ends.
std::size_t column_of(const Excerpt& excerpt, std::uint32_t offset);

}  // namespace corslint
