#include "lint/report/xml.h"

#include "rules/origin/utf8.h"

namespace corslint {
namespace {

constexpr std::string_view replacement_text = "\xEF\xBF\xBD";

/// `Char` of XML 1.0, section 2.2; well-formed UTF-8 holds no surrogates.
bool is_xml_character(char32_t value) {
  if (value == '\t' || value == '\n' || value == '\r') return true;
  return value >= 0x20 && value != 0xFFFE && value != 0xFFFF;
}

std::string_view entity_of(char32_t value) {
  switch (value) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, length] = decode_utf8(text, i);
    const bool is_malformed = value == replacement_character && length == 1;
    if (const auto entity = entity_of(value); !entity.empty()) {
      result += entity;
    } else if (is_malformed || !is_xml_character(value)) {
      result += replacement_text;
    } else {
      result += text.substr(i, length);
    }
    i += length;
  }
  return result;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string(name) + "=\"" + xml_escaped(value) + '"';
}

}  // namespace corslint
