// Well-formedness follows the table of byte sequences in the Unicode Standard (table 3-7): the lead
// byte fixes the length, and bounds the second byte so that overlong forms, surrogates and what
// lies above U+10FFFF fall out. Nothing is decoded for it.
#include "lint/read/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "lint/read/byte_order_mark.h"

namespace corslint {
namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0;
}

bool lies_within(unsigned char byte, unsigned char low, unsigned char high) {
  return low <= byte && byte <= high;
}

/// The first place from `offset` on, at most seven bytes early, that is no ASCII character. Most
/// files are nothing else.
std::size_t after_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::uint64_t bytes = 0;
  while (offset + sizeof bytes <= text.size()) {
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    if ((bytes & high_bits) != 0) break;
    offset += sizeof bytes;
  }
  return offset;
}

/// How many bytes the well-formed sequence at `offset` takes; 0 if there is none.
std::size_t length_of_sequence(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lies_within(lead, 0xC2, 0xDF)) {
    length = 2;
  } else if (lies_within(lead, 0xE0, 0xEF)) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lies_within(lead, 0xF0, 0xF4)) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (!lies_within(byte_at(text, offset + 1), low, high)) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if (!lies_within(byte_at(text, offset + i), 0x80, 0xBF)) return 0;
  return length;
}

std::string hexadecimal(unsigned value, int digits) {
  std::array<char, 16> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%0*X", digits, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

Irregularity syntax_error(Span span, std::string detail) {
  return {.kind = IrregularityKind::syntax_error, .span = span, .detail = std::move(detail)};
}

}  // namespace

std::size_t first_non_ascii(std::string_view text) {
  std::size_t offset = after_ascii(text, 0);
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

std::optional<std::uint32_t> first_ill_formed_byte(std::string_view text) {
  std::size_t offset = 0;
  while ((offset = after_ascii(text, offset)) < text.size()) {
    const std::size_t length = length_of_sequence(text, offset);
    if (length == 0) return static_cast<std::uint32_t>(offset);
    offset += length;
  }
  return std::nullopt;
}

bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  const auto head = text.substr(0, 64);
  const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  if (nuls < 2 || nuls + 2 < head.size() / 2) return false;
  const std::size_t parity = head.find('\0') % 2;
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0' && i % 2 != parity) return false;
  return true;
}

std::optional<Irregularity> encoding_error(std::string_view text) {
  if (is_utf16(text)) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), 2));
    return syntax_error({0, end}, "this file is UTF-16; save it as UTF-8");
  }
  const auto ill_formed = first_ill_formed_byte(text);
  const auto nul = text.find('\0');
  if (nul < ill_formed.value_or(text.size())) {
    const auto begin = static_cast<std::uint32_t>(nul);
    return syntax_error({begin, begin + 1}, "the byte 0x00 (NUL) has no place in a text file");
  }
  if (!ill_formed) return std::nullopt;
  return syntax_error({*ill_formed, *ill_formed + 1},
                      "the byte 0x" + hexadecimal(byte_at(text, *ill_formed), 2) +
                          " is not UTF-8 here; save the file as UTF-8");
}

Span code_point_span(std::string_view text, std::size_t offset) {
  if (text.empty()) return {};
  std::size_t begin = std::min(offset, text.size() - 1);
  while (begin > 0 && (byte_at(text, begin) & 0xC0U) == 0x80U) --begin;
  const std::size_t end = begin + std::max<std::size_t>(1, length_of_sequence(text, begin));
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string shown_code_point(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return "the end of the file";
  const unsigned char byte = byte_at(text, offset);
  if (byte == '\n' || byte == '\r') return "the end of the line";
  if (byte == '\t') return "a tab";
  if (byte == ' ') return "a blank";
  if (byte == '`') return "a backquote";
  if (byte < 0x20 || byte == 0x7F) return "U+" + hexadecimal(byte, 4);
  const Span span = code_point_span(text, offset);
  const auto bytes = text.substr(span.begin, span.end - span.begin);
  if (bytes == byte_order_mark) return "U+FEFF";
  if (bytes == "\xC2\xA0") return "U+00A0 (a no-break space)";
  return '`' + std::string(bytes) + '`';
}

}  // namespace corslint
