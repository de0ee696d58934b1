#include "rules/checks/wording.h"

#include "rules/policy/ascii.h"

namespace corslint {

std::string in_backticks(std::string_view value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "`";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '`') {
      result += '\'';
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += "\\x";
      result += digits[byte >> 4U];
      result += digits[byte & 0xFU];
    } else {
      result += c;
    }
  }
  return result + '`';
}

std::string listed_in_backticks(std::span<const std::string_view> values) {
  std::string result;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) result += i + 1 == values.size() ? " and " : ", ";
    result += in_backticks(values[i]);
  }
  return result;
}

std::string sentence_subject(const Enforcer& enforcer) {
  std::string subject(enforcer.title);
  const bool has_article = subject.starts_with("a ") || subject.starts_with("the ");
  if (has_article) subject.front() = ascii_uppered(subject.substr(0, 1)).front();
  return subject;
}

}  // namespace corslint
