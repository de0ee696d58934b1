#include "rules/checks/origins/glob.h"

#include <algorithm>

#include "rules/origin/public_suffix.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view attacker = "attacker";

bool is_letter_or_digit(char c) {
  const char lowered = ascii_lowered(c);
  return (lowered >= 'a' && lowered <= 'z') || (c >= '0' && c <= '9');
}

bool is_port(std::string_view text) {
  return text.size() > 1 && text.front() == ':' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The host begins right at the `*`: `https://*...`, `*://` is another thing.
bool starts_host(const Glob& glob) {
  return glob.before.empty() || glob.before.ends_with("://");
}

GlobBreadth breadth_under(std::string_view domain, GlobBreadth listed) {
  const SuffixKind kind = suffix_kind(ascii_lowered(domain));
  if (kind == SuffixKind::none) return GlobBreadth::bounded;
  return kind == SuffixKind::unlisted ? GlobBreadth::under_unlisted_suffix : listed;
}

}  // namespace

Glob glob_of(std::string_view value) {
  const auto star = std::min(value.find('*'), value.size());
  const auto rest = value.substr(std::min(star + 1, value.size()));
  const auto colon = rest.rfind(':');
  const bool has_port = colon != std::string_view::npos && is_port(rest.substr(colon));
  return {value.substr(0, star), has_port ? rest.substr(0, colon) : rest,
          has_port ? rest.substr(colon) : std::string_view()};
}

bool glob_matches(std::string_view glob, std::string_view origin) {
  const auto star = glob.find('*');
  if (star == std::string_view::npos) return glob == origin;
  const auto before = glob.substr(0, star);
  const auto after = glob.substr(star + 1);
  return origin.size() >= before.size() + after.size() && origin.starts_with(before) &&
         origin.ends_with(after);
}

GlobBreadth breadth_of(const Glob& glob) {
  // `https://acme.io:*` opens the port, `*://acme.io` the scheme, and neither the host.
  if (glob.before.ends_with(':') || glob.tail.starts_with("://")) return GlobBreadth::bounded;
  if (glob.before.find("://") == std::string_view::npos &&
      glob.tail.find("://") != std::string_view::npos)
    return GlobBreadth::bounded;
  if (glob.tail.empty()) return starts_host(glob) ? GlobBreadth::any_host : GlobBreadth::open_ended;
  if (glob.tail.front() == '.')
    return breadth_under(glob.tail.substr(1), GlobBreadth::under_public_suffix);
  const auto dot = glob.tail.find('.');
  if (dot == std::string_view::npos)
    return suffix_kind(ascii_lowered(glob.tail)) == SuffixKind::icann ? GlobBreadth::glued
                                                                      : GlobBreadth::bounded;
  return breadth_under(glob.tail.substr(dot + 1), GlobBreadth::glued);
}

std::string attacker_of(const Glob& glob) {
  std::string origin = glob.before.empty() ? "https://" : std::string(glob.before);
  // An `h*` or `http*` leaves the scheme itself open.
  if (!glob.before.empty() && glob.before.find("://") == std::string_view::npos)
    origin = "https://";
  // A dot keeps the name that was meant apart from the attacker's, as he would write it.
  if (glob.tail.empty() && is_letter_or_digit(origin.back())) origin += '.';
  origin += attacker;
  if (glob.tail.empty()) origin += ".example";
  origin += glob.tail;
  origin += glob.port;
  return origin;
}

std::optional<std::string_view> domain_under(const Glob& glob) {
  if (!starts_host(glob) || !glob.tail.starts_with('.') || glob.tail.size() < 2)
    return std::nullopt;
  return glob.tail.substr(1);
}

}  // namespace corslint
