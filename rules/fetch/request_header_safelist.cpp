#include "rules/fetch/request_header_safelist.h"

#include <algorithm>
#include <array>

#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::size_t longest_safelisted_value = 128;
constexpr std::size_t most_safelisted_bytes = 1024;

/// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
bool is_cors_unsafe_request_header_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr std::string_view unsafe = "\"():<>?@[\\]{}\x7F";
  return (byte < 0x20 && byte != 0x09) || unsafe.find(c) != std::string_view::npos;
}

bool has_unsafe_byte(std::string_view value) {
  return std::any_of(value.begin(), value.end(), is_cors_unsafe_request_header_byte);
}

bool is_language_list(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) {
    const char lowered = ascii_lowered(c);
    constexpr std::string_view others = " *,-.;=";
    return (c >= '0' && c <= '9') || (lowered >= 'a' && lowered <= 'z') ||
           others.find(c) != std::string_view::npos;
  });
}

/// The essence of a MIME type: type and subtype in lower case; empty where the value is no MIME
/// type. https://mimesniff.spec.whatwg.org/#parse-a-mime-type
std::string mime_type_essence(std::string_view value) {
  constexpr std::string_view http_whitespace = "\n\r\t ";
  const auto first = value.find_first_not_of(http_whitespace);
  if (first == std::string_view::npos) return {};
  value = value.substr(first, value.find_last_not_of(http_whitespace) - first + 1);
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) return {};
  const auto type = value.substr(0, slash);
  auto subtype = value.substr(slash + 1);
  subtype = subtype.substr(0, subtype.find(';'));
  subtype = subtype.substr(0, subtype.find_last_not_of(http_whitespace) + 1);
  if (!is_token(type) || !is_token(subtype)) return {};
  return ascii_lowered(std::string(type) + '/' + std::string(subtype));
}

bool is_form_content_type(std::string_view value) {
  static constexpr std::array<std::string_view, 3> essences{"application/x-www-form-urlencoded",
                                                            "multipart/form-data", "text/plain"};
  const auto essence = mime_type_essence(value);
  return std::find(essences.begin(), essences.end(), essence) != essences.end();
}

/// Whether the value is one range with a start, without blanks: `bytes=N-` or `bytes=N-M` with N no
/// more than M. https://fetch.spec.whatwg.org/#simple-range-header-value
bool is_simple_range(std::string_view value) {
  constexpr std::string_view unit = "bytes=";
  if (!value.starts_with(unit)) return false;
  value.remove_prefix(unit.size());
  const auto digits = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const auto hyphen = value.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return false;
  auto start = value.substr(0, hyphen);
  auto end = value.substr(hyphen + 1);
  if (!digits(start) || !digits(end)) return false;
  if (end.empty()) return true;
  const auto without_zeros = [](std::string_view text) {
    return text.substr(std::min(text.find_first_not_of('0'), text.size()));
  };
  start = without_zeros(start);
  end = without_zeros(end);
  return start.size() != end.size() ? start.size() < end.size() : start <= end;
}

}  // namespace

bool is_cors_safelisted_request_header(const Header& header) {
  if (header.value.size() > longest_safelisted_value) return false;
  const auto name = ascii_lowered(header.name);
  if (name == "accept") return !has_unsafe_byte(header.value);
  if (name == "accept-language" || name == "content-language")
    return is_language_list(header.value);
  if (name == "content-type")
    return !has_unsafe_byte(header.value) && is_form_content_type(header.value);
  if (name == "range") return is_simple_range(header.value);
  return false;
}

std::vector<std::string> cors_unsafe_request_header_names(const HeaderList& headers) {
  std::vector<std::string> unsafe_names;
  std::vector<std::string> potentially_unsafe_names;
  std::size_t safelist_value_size = 0;
  for (const auto& header : headers) {
    if (is_cors_safelisted_request_header(header)) {
      potentially_unsafe_names.push_back(ascii_lowered(header.name));
      safelist_value_size += header.value.size();
    } else {
      unsafe_names.push_back(ascii_lowered(header.name));
    }
  }
  if (safelist_value_size > most_safelisted_bytes)
    unsafe_names.insert(unsafe_names.end(), potentially_unsafe_names.begin(),
                        potentially_unsafe_names.end());
  std::sort(unsafe_names.begin(), unsafe_names.end());
  unsafe_names.erase(std::unique(unsafe_names.begin(), unsafe_names.end()), unsafe_names.end());
  return unsafe_names;
}

}  // namespace corslint
