#include "lint/lsp/uris.h"

#include <filesystem>
#include <optional>

#include "rules/policy/ascii.h"

namespace corslint::lsp {
namespace {

constexpr std::string_view file_scheme = "file:";

std::optional<unsigned> hexadecimal_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  c = ascii_lowered(c);
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  return std::nullopt;
}

/// https://url.spec.whatwg.org/#percent-decode
std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high =
        text[i] == '%' && i + 2 < text.size() ? hexadecimal_digit(text[i + 1]) : std::nullopt;
    const auto low = high ? hexadecimal_digit(text[i + 2]) : std::nullopt;
    if (low) {
      result += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// A URI without what follows its path.
std::string_view without_query(std::string_view uri) {
  return uri.substr(0, uri.find_first_of("?#"));
}

}  // namespace

std::string path_of_uri(std::string_view uri) {
  uri = without_query(uri);
  if (!equal_ignoring_case(uri.substr(0, file_scheme.size()), file_scheme)) return {};
  auto path = uri.substr(file_scheme.size());
  if (path.starts_with("//")) {
    const auto slash = std::min(path.find('/', 2), path.size());
    const auto host = path.substr(2, slash - 2);
    if (!host.empty() && !equal_ignoring_case(host, "localhost")) return {};
    path = path.substr(slash);
  }
  auto decoded = percent_decoded(path);
  if (!decoded.starts_with('/') || decoded.find('\0') != std::string::npos) return {};
  return std::filesystem::path(decoded).lexically_normal().string();
}

std::string name_of_uri(std::string_view uri) {
  const auto path = without_query(uri);
  return percent_decoded(path.substr(path.find_last_of("/:") + 1));
}

}  // namespace corslint::lsp
