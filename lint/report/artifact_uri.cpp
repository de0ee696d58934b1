#include "lint/report/artifact_uri.h"

#include <filesystem>

namespace corslint {
namespace {

/// `pchar` of RFC 3986, section 3.3, and the slash between segments; without the colon, which would
/// make a scheme of the first segment.
bool stands_for_itself(char c) {
  const bool is_alphanumeric =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_alphanumeric || std::string_view("-._~!$&'()*+,;=@/").find(c) != std::string_view::npos;
}

}  // namespace

std::string plain_path(std::string_view path) {
  return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string artifact_uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  const auto plain = plain_path(path);
  if (plain.starts_with('/')) uri = "file://";
  for (const char c : plain) {
    if (stands_for_itself(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 0xFU];
  }
  return uri;
}

}  // namespace corslint
