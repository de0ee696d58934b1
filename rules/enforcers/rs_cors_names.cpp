// Three readings of Access-Control-Request-Headers. Up to 1.9 a small scanner keeps letters,
// digits, `-` and `_`, drops every other byte and ends a name at a blank or comma. 1.10 splits at
// commas and keeps empty elements, which pass nowhere. Since 1.11 the value must be what browsers
// send: names of the list, lower-case, each once and in order; 1.11.1 tolerates one blank on either
// side of a name and 16 empty elements.

#include "rules/enforcers/rs_cors_names.h"

#include <algorithm>

#include "rules/enforcers/answering.h"
#include "rules/enforcers/go_header_names.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::size_t blanks_tolerated = 1;
constexpr std::size_t empty_elements_tolerated = 16;

bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_byte(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::vector<std::string> scanned_names(std::string_view value) {
  std::vector<std::string> names;
  std::string name;
  bool begins_word = true;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    if (is_name_byte(c)) name += begins_word ? ascii_uppered({&c, 1}) : ascii_lowered({&c, 1});
    if (c != ' ' && c != ',') begins_word = c == '-' || c == '_';
    const bool ends = c == ' ' || c == ',' || at + 1 == value.size();
    if (!ends || name.empty()) continue;
    names.push_back(std::move(name));
    name.clear();
    begins_word = true;
  }
  return names;
}

std::vector<std::string_view> split(std::string_view value) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    parts.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool all_listed(const std::vector<std::string>& requested, const AllowedNames& allowed) {
  if (allowed.every) return true;
  const auto names = canonical_header_names(allowed.names);
  return std::all_of(requested.begin(), requested.end(), [&](const std::string& name) {
    return holds(names, canonical_header_name(name));
  });
}

RequestedNames judge_list(const std::vector<std::string>& requested, const AllowedNames& allowed) {
  if (!all_listed(requested, allowed)) return {};
  RequestedNames result{.passed = true};
  if (!requested.empty()) result.sent_back = joined(requested, ", ");
  return result;
}

std::vector<std::string> split_names(const std::string& value) {
  std::vector<std::string> names;
  for (const auto part : split(value)) names.emplace_back(stripped(part));
  return canonical_header_names(std::move(names));
}

/// The element without blanks; nothing where there are more of them than 1.11.1 bears with. An
/// element of blanks alone may have one more.
std::optional<std::string_view> without_blanks(std::string_view element) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  std::size_t cut = 0;
  while (!element.empty() && is_blank(element.back()) && cut <= blanks_tolerated) {
    element.remove_suffix(1);
    ++cut;
  }
  if (cut > blanks_tolerated && !element.empty()) return std::nullopt;
  cut = 0;
  while (!element.empty() && is_blank(element.front()) && cut <= blanks_tolerated) {
    element.remove_prefix(1);
    ++cut;
  }
  if (cut > blanks_tolerated && !element.empty()) return std::nullopt;
  return element;
}

bool is_sorted_sublist(std::string_view value, const AllowedNames& allowed, RsCorsVersion version) {
  std::vector<std::string> names;
  for (const auto& name : allowed.names) names.push_back(ascii_lowered(name));
  const bool forgives = version >= RsCorsVersion::since_1_11_1;
  if (!forgives && value.empty()) return true;
  std::optional<std::string_view> last;
  std::size_t empty_elements = 0;
  for (const auto part : split(value)) {
    const auto name = forgives ? without_blanks(part) : std::optional(part);
    if (!name) return false;
    if (forgives && name->empty()) {
      if (++empty_elements > empty_elements_tolerated) return false;
      continue;
    }
    if (!holds(names, *name) || (last && *name <= *last)) return false;
    last = name;
  }
  return true;
}

}  // namespace

RequestedNames judge_requested_names(const std::optional<std::string>& value,
                                     const AllowedNames& allowed, RsCorsVersion version) {
  if (!value) return {.passed = true};
  if (version < RsCorsVersion::since_1_10) return judge_list(scanned_names(*value), allowed);
  if (version < RsCorsVersion::since_1_11_0) return judge_list(split_names(*value), allowed);
  if (!allowed.every && !is_sorted_sublist(*value, allowed, version)) return {};
  RequestedNames result{.passed = true};
  if (!value->empty()) result.sent_back = *value;
  return result;
}

}  // namespace corslint
