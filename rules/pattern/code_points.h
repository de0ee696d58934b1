#pragma once

#include <cstdint>

#include "rules/pattern/character_class.h"
#include "rules/pattern/syntax.h"

namespace corslint::pattern {

/// A set of code points as far as it can touch ASCII: its ASCII part, and which of the four
/// characters beyond ASCII it holds whose case folds into ASCII.
struct CodePoints {
  CharacterClass ascii;
  bool dotted_capital_i = false;  // U+0130
  bool dotless_i = false;         // U+0131
  bool long_s = false;            // U+017F
  bool kelvin_sign = false;       // U+212A

  constexpr void add(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t c = first; c <= last && c < 128; ++c)
      ascii.add(static_cast<unsigned char>(c));
    dotted_capital_i = dotted_capital_i || (first <= 0x130 && 0x130 <= last);
    dotless_i = dotless_i || (first <= 0x131 && 0x131 <= last);
    long_s = long_s || (first <= 0x17F && 0x17F <= last);
    kelvin_sign = kelvin_sign || (first <= 0x212A && 0x212A <= last);
  }
};

/// The ASCII characters that match `points` where letters of both cases count as the same, in the
/// engine of `syntax`: RE2, Go and Python fold U+017F and U+212A into s and k, Python also U+0130
/// and U+0131 into i.
CharacterClass fold_case(const CodePoints& points, Syntax syntax);

/// `characters` with the other case of each of its letters.
constexpr CharacterClass fold_ascii(CharacterClass characters) {
  const std::uint64_t upper = characters.high & upper_letters.high;
  const std::uint64_t lower = characters.high & lower_letters.high;
  return {characters.low, characters.high | (upper << 32U) | (lower >> 32U)};
}

}  // namespace corslint::pattern
