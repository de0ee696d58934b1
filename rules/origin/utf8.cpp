#include "rules/origin/utf8.h"

namespace corslint {
namespace {

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return 2;
  if (lead >= 0xE0U && lead <= 0xEFU) return 3;
  if (lead >= 0xF0U && lead <= 0xF4U) return 4;
  return 0;
}

bool is_well_formed(char32_t value, std::size_t length) {
  if (value >= 0xD800U && value <= 0xDFFFU) return false;
  if (length == 3) return value >= 0x800U;
  if (length == 4) return value >= 0x10000U && value <= 0x10FFFFU;
  return true;
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || text.size() - offset < length) return {replacement_character, 1};
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0U) != 0x80U) return {replacement_character, 1};
    value = (value << 6U) | (byte & 0x3FU);
  }
  if (!is_well_formed(value, length)) return {replacement_character, 1};
  return {value, length};
}

}  // namespace corslint
