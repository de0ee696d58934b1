#include "rules/origin/plain_origin.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "rules/origin/ascii.h"

namespace corslint {
namespace {

bool is_plain_host_character(char c) {
  return is_ascii_lower(c) || is_ascii_digit(c) || c == '-' || c == '.';
}

/// A name for which the tables of IDNA have nothing to say and that is no address: only a label
/// that begins with a digit can make one.
bool is_plain_domain(std::string_view host) {
  if (host.empty() || host.find("xn--") != std::string_view::npos) return false;
  const auto last_label = host.substr(host.rfind('.') + 1);
  return !last_label.empty() && is_ascii_lower(last_label.front());
}

std::optional<std::uint16_t> plain_port(std::string_view digits, std::string_view scheme) {
  constexpr std::size_t most_digits = 5;
  if (digits.empty() || digits.size() > most_digits || digits.front() == '0') return std::nullopt;
  std::uint16_t port = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, port);
  if (error != std::errc{} || stop != end || port == default_port(scheme)) return std::nullopt;
  return port;
}

}  // namespace

std::optional<Origin> plain_origin(std::string_view text) {
  static constexpr std::array<std::string_view, 2> schemes{"https", "http"};
  constexpr std::string_view separator = "://";
  const auto colon = std::min(text.find(':'), text.size());
  const auto scheme = text.substr(0, colon);
  const auto after = text.substr(colon);
  const bool is_web = std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
  if (!is_web || !after.starts_with(separator)) return std::nullopt;
  const auto authority = after.substr(separator.size());
  const auto* const host_end =
      std::find_if_not(authority.begin(), authority.end(), is_plain_host_character);
  const auto host = authority.substr(0, static_cast<std::size_t>(host_end - authority.begin()));
  if (!is_plain_domain(host)) return std::nullopt;
  Origin origin{.scheme = std::string(scheme), .host = Domain{std::string(host)}, .port = {}};
  if (host.size() == authority.size()) return origin;
  if (authority[host.size()] != ':') return std::nullopt;
  origin.port = plain_port(authority.substr(host.size() + 1), scheme);
  if (!origin.port) return std::nullopt;
  return origin;
}

}  // namespace corslint
