#include "lint/report/printable.h"

#include <algorithm>
#include <array>

#include "rules/origin/utf8.h"

namespace corslint {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t Size>
bool is_in(const std::array<Range, Size>& ranges, char32_t code_point) {
  const auto* const after = std::ranges::upper_bound(ranges, code_point, {}, &Range::first);
  return after != ranges.begin() && code_point <= (after - 1)->last;
}

// Controls, and format characters that show nothing or change the order of what is shown.
constexpr std::array unprintable{
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},       Range{0x061C, 0x061C},
    Range{0x115F, 0x1160}, Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},   Range{0x200B, 0x200F},
    Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0x3164, 0x3164},   Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0}, Range{0xFFF0, 0xFFFB}, Range{0xE0000, 0xE0FFF},
};

// Combining marks of the scripts in common use, and variation selectors.
constexpr std::array combining{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x06D6, 0x06DC}, Range{0x0900, 0x0902}, Range{0x093C, 0x093C},
    Range{0x0941, 0x0948}, Range{0x094D, 0x094D}, Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A},
    Range{0x0E47, 0x0E4E}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF},
    Range{0x302A, 0x302F}, Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},
};

// East Asian wide and full-width characters and the emoji that terminals draw two columns wide.
// https://www.unicode.org/reports/tr11/
constexpr std::array wide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},
    Range{0x23E9, 0x23EC},   Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},
    Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},
    Range{0x26F2, 0x26F3},   Range{0x26F5, 0x26F5},   Range{0x26FA, 0x26FA},
    Range{0x26FD, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274C},   Range{0x274E, 0x274E},
    Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2795, 0x2797},
    Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},   Range{0x2B1B, 0x2B1C},
    Range{0x2B50, 0x2B50},   Range{0x2B55, 0x2B55},   Range{0x2E80, 0x303E},
    Range{0x3041, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18DFF}, Range{0x1AFF0, 0x1B2FF},
    Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F18E},
    Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F320}, Range{0x1F32D, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7F0}, Range{0x1F90C, 0x1F9FF},
    Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

/// Whether a byte is a character of ASCII that is shown as it is, one column wide.
constexpr bool is_plain(char c) {
  return c >= ' ' && c <= '~';
}

std::string hexadecimal(char32_t value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[value & 0xFU]);
    value >>= 4U;
  } while (value != 0);
  return digits;
}

Glyph spelled_out(std::string_view kind, char32_t value, std::size_t length) {
  auto shown = std::string(kind) + '{' + hexadecimal(value) + '}';
  const auto width = shown.size();
  return {std::move(shown), width, length};
}

}  // namespace

Glyph glyph_at(std::string_view text, std::size_t offset) {
  const char byte = text[offset];
  if (byte == '\t') return {"    ", 4, 1};
  const auto [value, length] = decode_utf8(text, offset);
  const bool is_malformed = value == replacement_character && length == 1;
  if (is_malformed) return spelled_out("\\x", static_cast<unsigned char>(byte), length);
  if (is_in(unprintable, value)) return spelled_out("\\u", value, length);
  std::size_t width = is_in(wide, value) ? 2 : 1;
  if (is_in(combining, value)) width = 0;
  return {std::string(text.substr(offset, length)), width, length};
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (is_plain(text[i])) {
      result += text[i++];
      continue;
    }
    auto glyph = text[i] == '\t' ? spelled_out("\\u", '\t', 1) : glyph_at(text, i);
    result += glyph.shown;
    i += glyph.length;
  }
  return result;
}

std::string printable_in_backticks(std::string_view text) {
  return '`' + printable(text) + '`';
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (is_plain(text[i])) {
      ++width;
      ++i;
      continue;
    }
    const auto glyph = glyph_at(text, i);
    width += glyph.width;
    i += glyph.length;
  }
  return width;
}

}  // namespace corslint
