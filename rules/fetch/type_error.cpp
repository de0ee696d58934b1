#include "rules/fetch/type_error.h"

#include <algorithm>
#include <string_view>

#include "rules/fetch/header_list.h"
#include "rules/fetch/methods.h"
#include "rules/fetch/token.h"

namespace corslint {
namespace {

constexpr std::string_view failed = "TypeError: Failed to execute 'fetch' on 'Window': ";

bool ends_line(char c) {
  return c == '\0' || c == '\r' || c == '\n';
}

/// In UTF-8 everything up to U+00FF begins with a byte below 0xC4.
bool is_beyond_latin_1(char c) {
  constexpr unsigned char first_beyond = 0xC4;
  return static_cast<unsigned char>(c) >= first_beyond;
}

std::string header_error(const Header& header) {
  const auto& [name, value] = header;
  if (std::any_of(name.begin(), name.end(), is_beyond_latin_1) ||
      std::any_of(value.begin(), value.end(), is_beyond_latin_1))
    return "Failed to read the 'headers' property from 'RequestInit': String contains non "
           "ISO-8859-1 code point.";
  if (!is_token(name)) return "Invalid name";
  if (std::any_of(value.begin(), value.end(), ends_line)) return "Invalid value";
  return {};
}

}  // namespace

std::string type_error(const Request& request) {
  const std::string start(failed);
  if (!is_token(request.method))
    return start + '\'' + request.method + "' is not a valid HTTP method.";
  if (is_forbidden_method(request.method))
    return start + '\'' + request.method + "' HTTP method is unsupported.";
  for (const auto& header : request.headers) {
    const auto error = header_error({header.name, normalized_value(header.value)});
    if (!error.empty()) return start + error;
  }
  return {};
}

}  // namespace corslint
