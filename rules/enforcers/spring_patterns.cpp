#include "rules/enforcers/spring_patterns.h"

#include <algorithm>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// `text` as a regular expression, with `star` for each `*`; `*` stands for itself where `star` is
/// empty.
std::string escaped(std::string_view text, std::string_view star) {
  std::string pattern;
  for (const char c : text) {
    if (c == '*' && !star.empty()) {
      pattern += star;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    const char letter = ascii_lowered(c);
    if (byte < 0x80 && !(letter >= 'a' && letter <= 'z') && !(c >= '0' && c <= '9'))
      pattern += '\\';
    pattern += c;
  }
  return pattern;
}

bool is_port_list(std::string_view text) {
  if (text == "*") return true;
  bool after_digit = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c != ',' || !after_digit)) return false;
    after_digit = digit;
  }
  return after_digit;
}

}  // namespace

std::string_view without_final_slash(std::string_view text) {
  if (!text.empty() && text.back() == '/') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_spring_entry(std::string_view entry) {
  if (entry.find(',') == std::string_view::npos) return {without_final_slash(entry)};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  bool in_port_list = false;
  for (std::size_t i = 0; i < entry.size(); ++i) {
    if (entry[i] == '[' || entry[i] == ']') in_port_list = entry[i] == '[';
    if (entry[i] != ',' || in_port_list) continue;
    parts.push_back(without_final_slash(stripped(entry.substr(begin, i - begin))));
    begin = i + 1;
  }
  if (begin < entry.size()) parts.push_back(without_final_slash(stripped(entry.substr(begin))));
  return parts;
}

std::string regex_of_spring_origin(std::string_view origin) {
  return escaped(origin, "");
}

std::string regex_of_spring_pattern(std::string_view pattern) {
  const auto list = pattern.rfind(":[");
  if (list == std::string_view::npos || pattern.back() != ']') return escaped(pattern, ".*");
  const auto ports = pattern.substr(list + 2, pattern.size() - list - 3);
  if (!is_port_list(ports)) return escaped(pattern, ".*");
  std::string regex = escaped(pattern.substr(0, list), ".*");
  if (ports == "*") return regex + "(:\\d+)?";
  std::string alternatives(ports);
  std::replace(alternatives.begin(), alternatives.end(), ',', '|');
  return regex + ":(" + alternatives + ")";
}

}  // namespace corslint
