#include "rules/fetch/header_list.h"

#include <algorithm>

#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

auto has_name(std::string_view name) {
  return [name](const Header& header) { return equal_ignoring_case(header.name, name); };
}

/// Takes apart one value by the list rule of HTTP, which lets empty elements through.
/// https://httpwg.org/specs/rfc9110.html#abnf.extension
bool append_tokens(std::string_view value, std::vector<std::string>& tokens) {
  while (true) {
    const auto comma = value.find(',');
    const auto element = stripped(value.substr(0, comma));
    if (!element.empty()) {
      if (!is_token(element)) return false;
      tokens.emplace_back(element);
    }
    if (comma == std::string_view::npos) return true;
    value.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<std::string> get(const HeaderList& list, std::string_view name) {
  std::optional<std::string> values;
  for (const auto& header : list) {
    if (!equal_ignoring_case(header.name, name)) continue;
    values = values ? *values + ", " + header.value : header.value;
  }
  return values;
}

void set(HeaderList& list, std::string_view name, std::string_view value) {
  const auto first = std::find_if(list.begin(), list.end(), has_name(name));
  if (first == list.end()) {
    list.push_back({std::string(name), std::string(value)});
    return;
  }
  first->value = std::string(value);
  list.erase(std::remove_if(first + 1, list.end(), has_name(name)), list.end());
}

std::string normalized_value(std::string_view value) {
  constexpr std::string_view http_whitespace = "\n\r\t ";
  const auto first = value.find_first_not_of(http_whitespace);
  if (first == std::string_view::npos) return {};
  return std::string(value.substr(first, value.find_last_not_of(http_whitespace) - first + 1));
}

ExtractedValues extract_header_list_values(std::string_view name, const HeaderList& list) {
  ExtractedValues extracted;
  for (const auto& header : list) {
    if (!equal_ignoring_case(header.name, name)) continue;
    extracted.outcome = ExtractedValues::Outcome::values;
    if (!append_tokens(header.value, extracted.names))
      return {.outcome = ExtractedValues::Outcome::failure, .names = {}};
  }
  return extracted;
}

}  // namespace corslint
