#include "rules/origin/scheme_splitter.h"

#include <algorithm>
#include <array>

#include "rules/origin/ascii.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 4> special_schemes{"https", "http", "wss", "ws"};

constexpr std::array<std::string_view, 8> opaque_schemes{
    "about", "blob", "data", "file", "filesystem", "javascript", "mailto", "view-source"};

constexpr std::string_view slashes = "/\\";

bool is_scheme_character(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_ascii_alpha(text.front()) &&
         std::all_of(text.begin(), text.end(), is_scheme_character);
}

std::size_t after_all(std::string_view text, std::string_view characters, std::size_t from) {
  return std::min(text.find_first_not_of(characters, from), text.size());
}

SchemeSplit refuse(OriginProblem problem, std::size_t length) {
  return {{}, 0, {{problem, 0, length}}};
}

SchemeSplit accept(std::string_view text, std::size_t scheme_length, std::size_t authority_offset) {
  const std::string_view scheme = text.substr(0, scheme_length);
  const std::string_view separator = text.substr(scheme_length, authority_offset - scheme_length);
  SchemeSplit split{ascii_lowered(scheme), authority_offset, {}};
  if (has_ascii_upper(scheme)) {
    split.notes.push_back({OriginProblem::uppercase_scheme, 0, scheme_length});
  }
  if (separator != "://" && !has_opaque_origin(split.scheme)) {
    split.notes.push_back({OriginProblem::malformed_separator, scheme_length, separator.size()});
  }
  return split;
}

/// `https//a.com`, `https;//a.com`: a special scheme and two slashes, between them at most one
/// other punctuation mark.
std::optional<SchemeSplit> split_without_colon(std::string_view text) {
  const std::string lower = ascii_lowered(text);
  for (const std::string_view scheme : special_schemes) {
    if (!lower.starts_with(scheme)) continue;
    std::size_t slash = scheme.size();
    if (slash < text.size() &&
        std::string_view{";.,"}.find(text[slash]) != std::string_view::npos) {
      ++slash;
    }
    const std::size_t end = after_all(text, slashes, slash);
    if (end - std::min(slash, end) >= 2) return accept(text, scheme.size(), end);
  }
  return std::nullopt;
}

}  // namespace

bool has_opaque_origin(std::string_view scheme) {
  return std::find(opaque_schemes.begin(), opaque_schemes.end(), scheme) != opaque_schemes.end();
}

bool is_special_scheme(std::string_view scheme) {
  return std::find(special_schemes.begin(), special_schemes.end(), scheme) != special_schemes.end();
}

SchemeSplit split_scheme(std::string_view text) {
  const std::size_t colon = std::min(text.find_first_of(":/?#\\"), text.size());
  const std::string_view before = text.substr(0, colon);
  const std::string_view after = text.substr(colon);
  if (!after.starts_with(':') || before.empty()) {
    if (auto split = split_without_colon(text)) return *split;
    return refuse(OriginProblem::missing_scheme, 0);
  }
  const bool has_separator = after.starts_with("://");
  if (!is_scheme(before)) {
    return has_separator ? refuse(OriginProblem::invalid_scheme, colon)
                         : refuse(OriginProblem::missing_scheme, 0);
  }
  const std::string scheme = ascii_lowered(before);
  if (is_special_scheme(scheme)) {
    return accept(text, colon, after_all(text, slashes, colon + 1));
  }
  if (has_separator) return accept(text, colon, colon + 3);
  if (has_opaque_origin(scheme)) return accept(text, colon, colon + 1);
  if (after.starts_with(":/")) return accept(text, colon, colon + 2);
  return refuse(OriginProblem::missing_scheme, 0);
}

}  // namespace corslint
