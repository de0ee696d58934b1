#include "rules/policy/text.h"

#include <algorithm>

namespace corslint {
namespace {

std::optional<std::string> backslash_escaped(std::string_view value) {
  std::string result;
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto code = static_cast<unsigned char>(c);
      result += "\\u00";
      result += digits[code >> 4U];
      result += digits[code & 0xFU];
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

std::optional<std::string> without(std::string_view value, std::string_view refused) {
  if (value.find_first_of(refused) != std::string_view::npos) return std::nullopt;
  return std::string(value);
}

}  // namespace

bool is_verbatim(const Text& text) {
  return text.resolution == Resolution::literal &&
         text.content.end - text.content.begin == text.value.size();
}

Span part_of(const Text& text, std::size_t offset, std::size_t length) {
  if (!is_verbatim(text) || offset > text.value.size()) return text.content;
  const auto begin = text.content.begin + static_cast<std::uint32_t>(offset);
  const auto room = static_cast<std::size_t>(text.content.end - begin);
  return {begin, begin + static_cast<std::uint32_t>(std::min(length, room))};
}

std::optional<std::string> spelled(std::string_view value, Quoting quoting) {
  switch (quoting) {
    case Quoting::json:
    case Quoting::toml_basic:
      return backslash_escaped(value);
    case Quoting::toml_literal:
    case Quoting::env_single:
      return without(value, "'\n\r");
    case Quoting::env_double:
      return without(value, "\"\\$`\n\r");
    case Quoting::bare:
      return without(value, " \t\n\r\"'\\$`#");
  }
  return std::nullopt;
}

}  // namespace corslint
