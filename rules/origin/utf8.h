#pragma once

#include <cstddef>
#include <string_view>

namespace corslint {

/// One code point and how many bytes of UTF-8 it took.
struct DecodedCodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};

/// What stands for bytes that are not UTF-8.
constexpr char32_t replacement_character = 0xFFFD;

/// The code point that begins at `offset`, which must lie inside `text`. Bytes that are not
/// well-formed UTF-8 (overlong forms and surrogates included) come out one at a time as U+FFFD.
DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset);

}  // namespace corslint
