// The annotations of one Ingress, read as internal/ingress/annotations/cors does. Each has a
// validator for the whole value, and a value that fails is as good as none: the origins become `*`
// then. The validator of the origins knows no separator: it takes any sequence of schemes, hosts,
// ports and commas, so that what it refuses is a byte that stands in none of these: a slash behind
// the host, a path, a blank other than a space, a bracket, a letter beyond ASCII. Only what is left
// between the commas is looked at one by one.

#include "rules/enforcers/ingress_annotations.h"

#include <algorithm>

#include "rules/enforcers/answering.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view default_methods = "GET, PUT, POST, DELETE, PATCH, OPTIONS";
constexpr std::string_view default_headers =
    "DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,"
    "Authorization";

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_letter(char c) {
  return is_lower(ascii_lowered(c));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_host_byte(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// The value of an annotation; nothing where it is not there or blank.
std::optional<std::string> annotation(const TextList& list, std::string_view separator) {
  const auto value = joined(values_of(list), separator);
  const auto text = stripped(value);
  if (text.empty() || text.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
  return std::string(text);
}

/// How long the part of `rest` is that the validator takes at once: `://` behind a lower-case
/// letter, a port, `*.`, or one byte of a host or a comma; 0 where it takes none.
std::size_t length_of_part(std::string_view rest, char before) {
  if (rest.starts_with("://")) return is_lower(before) ? 3 : 0;
  if (rest.starts_with("*.")) return 2;
  if (rest.starts_with(':')) {
    const std::string_view::iterator end = std::find_if_not(rest.begin() + 1, rest.end(), is_digit);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    return length > 1 ? length : 0;
  }
  return is_host_byte(rest.front()) || rest.front() == ',' ? 1 : 0;
}

std::vector<std::string> items_of(std::string_view text) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    items.emplace_back(stripped(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return items;
}

/// Names, with at most one comma and then one blank behind each.
template <typename IsNameByte>
bool are_valid_names(std::string_view text, IsNameByte is_name_byte) {
  char before = ',';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool fits = is_name_byte(c) || (at > 0 && c == ',' && is_name_byte(before)) ||
                      (at > 0 && is_blank(c) && !is_blank(before));
    if (!fits) return false;
    before = c;
  }
  return !text.empty();
}

}  // namespace

bool is_valid_ingress_value(std::string_view text) {
  std::string value(text);
  std::erase(value, ' ');
  if (value == "*") return true;
  std::string_view rest = value;
  char before = '\0';
  while (!rest.empty()) {
    const auto length = length_of_part(rest, before);
    if (length == 0) return false;
    before = rest[length - 1];
    rest.remove_prefix(length);
  }
  return true;
}

bool is_ingress_origin(std::string_view item) {
  if (item == "null") return true;
  const auto scheme = item.substr(0, item.find("://"));
  if (scheme.size() == item.size() || scheme.empty() ||
      !std::all_of(scheme.begin(), scheme.end(), is_lower))
    return false;
  auto rest = item.substr(scheme.size() + 3);
  if (rest.starts_with("*.")) rest.remove_prefix(2);
  const std::string_view::iterator host_end =
      std::find_if_not(rest.begin(), rest.end(), is_host_byte);
  rest.remove_prefix(static_cast<std::size_t>(host_end - rest.begin()));
  return rest.empty() || (rest.size() > 1 && rest.front() == ':' &&
                          std::all_of(rest.begin() + 1, rest.end(), is_digit));
}

IngressOrigins ingress_origins(const Policy& policy) {
  const auto value = annotation(policy.origins, ",");
  if (!value || !is_valid_ingress_value(*value)) return {};
  IngressOrigins origins{.kind = IngressOrigins::Kind::items};
  for (auto& item : items_of(*value)) {
    if (item == "*") return {};
    if (item.empty()) {
      origins.kind = IngressOrigins::Kind::anything;
    } else if (is_ingress_origin(item)) {
      origins.kind = IngressOrigins::Kind::items;
      origins.items.push_back(std::move(item));
    }
  }
  return origins;
}

std::string ingress_methods(const Policy& policy) {
  const auto value = annotation(policy.methods, ", ");
  return value && are_valid_names(*value, is_letter) ? *value : std::string(default_methods);
}

std::string ingress_headers(const Policy& policy) {
  const auto value = annotation(policy.headers, ", ");
  const auto fits = [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ',' || c == ' ';
  };
  return value && std::all_of(value->begin(), value->end(), fits) ? *value
                                                                  : std::string(default_headers);
}

std::string ingress_exposed_headers(const Policy& policy) {
  const auto value = annotation(policy.exposed_headers, ", ");
  const auto fits = [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '*';
  };
  return value && are_valid_names(*value, fits) ? *value : "";
}

}  // namespace corslint
