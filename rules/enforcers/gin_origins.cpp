// An entry of gin-contrib/cors is used up to three times: lowered as a plain text or, between
// slashes, as a pattern; as it stands with its `*` where `AllowWildcard` is on; and for its scheme
// when the program starts, which an entry with a `*` anywhere is excused from.

#include "rules/enforcers/gin_origins.h"

#include <algorithm>

#include "rules/enforcers/answering.h"
#include "rules/enforcers/go_patterns.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view both_failure_before_1_7 =
    "conflict settings: all origins are allowed. AllowOriginFunc or AllowOrigins is not needed";
constexpr std::string_view both_failure =
    "conflict settings: all origins enabled. AllowOriginFunc or AllowOriginFuncWithContext or "
    "AllowOrigins is not needed";
constexpr std::string_view none_failure = "conflict settings: all origins disabled";
constexpr std::string_view stars_failure = "only one * is allowed";

std::ptrdiff_t stars_in(std::string_view entry) {
  return std::count(entry.begin(), entry.end(), '*');
}

/// What stands between the slashes of `/.../`, with one flag behind them or none, which are not
/// looked at.
std::optional<std::string_view> pattern_in(std::string_view entry, GinVersion version) {
  constexpr std::string_view flags = "gimuy";
  if (version < GinVersion::since_1_7_4 || !entry.starts_with('/')) return std::nullopt;
  if (!entry.ends_with('/') && flags.find(entry.back()) != std::string_view::npos)
    entry.remove_suffix(1);
  if (entry.size() < 3 || !entry.ends_with('/')) return std::nullopt;
  const auto pattern = entry.substr(1, entry.size() - 2);
  if (pattern.find('\n') != std::string_view::npos) return std::nullopt;
  return pattern;
}

/// What gin-contrib/cors looks for a scheme in.
std::string text_with_scheme(std::string_view entry, GinVersion version) {
  const auto pattern = pattern_in(entry, version);
  std::string text(pattern.value_or(entry));
  if (!pattern) return text;
  if (const auto at = text.find('?'); at != std::string::npos) text.erase(at, 1);
  if (version >= GinVersion::since_1_7_7 && text.starts_with('^')) text.erase(0, 1);
  return text;
}

bool has_scheme(std::string_view entry, const GinSettings& settings) {
  if (stars_in(entry) > 0) return true;
  const auto text = text_with_scheme(entry, settings.version);
  return std::any_of(settings.schemes.begin(), settings.schemes.end(),
                     [&](const std::string& scheme) { return text.starts_with(scheme); });
}

/// The entry with its one `*` as it is understood: before 1.6 a `*` at the end takes the character
/// before it along.
std::string wildcard_entry(std::string_view entry, GinVersion version) {
  std::string text(entry);
  if (version < GinVersion::since_1_6 && text.size() > 1 && text.ends_with('*'))
    text.erase(text.size() - 2, 1);
  return text;
}

bool wildcard_admits(const std::string& entry, std::string_view origin) {
  const auto star = entry.find('*');
  return origin.starts_with(entry.substr(0, star)) && origin.ends_with(entry.substr(star + 1));
}

PatternQuery query_of(std::string_view pattern) {
  return {.pattern = std::string(pattern), .syntax = Syntax::go, .mode = MatchMode::search};
}

bool has_wildcard(std::string_view entry, GinWildcards wildcards) {
  return wildcards == GinWildcards::on && stars_in(entry) == 1;
}

GinMatch match_pattern(std::string_view pattern, std::string_view origin,
                       PatternMatchers& matchers) {
  if (matchers.match(query_of(pattern), origin)) return GinMatch::yes;
  return go_pattern_failure(pattern) ? GinMatch::panics : GinMatch::no;
}

/// The entry as a plain text or a pattern.
GinMatch match_entry(const std::string& entry, GinVersion version, std::string_view origin,
                     PatternMatchers& matchers) {
  const auto lowered = ascii_lowered(stripped(entry));
  if (const auto pattern = pattern_in(lowered, version))
    return match_pattern(*pattern, origin, matchers);
  return lowered == origin ? GinMatch::yes : GinMatch::no;
}

Span place_of(const TextList& list, const Policy& policy) {
  return is_set(list) ? list.span : policy.span;
}

}  // namespace

EntryMeaning gin_entry_meaning(std::string_view entry, GinVersion version, GinWildcards wildcards) {
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  auto lowered = ascii_lowered(stripped(entry));
  if (const auto pattern = pattern_in(lowered, version))
    return {.kind = EntryMeaning::Kind::pattern, .text = lowered, .pattern = query_of(*pattern)};
  if (has_wildcard(entry, wildcards))
    return {.kind = EntryMeaning::Kind::glob, .text = wildcard_entry(entry, version)};
  return {.kind = EntryMeaning::Kind::origin, .text = std::move(lowered)};
}

GinMatch gin_match(const GinSettings& settings, std::string_view origin,
                   PatternMatchers& matchers) {
  for (const auto& entry : settings.origins) {
    const auto match = match_entry(entry, settings.version, origin, matchers);
    if (match != GinMatch::no) return match;
  }
  const auto admits = [&](const std::string& entry) {
    return has_wildcard(entry, settings.wildcards) &&
           wildcard_admits(wildcard_entry(entry, settings.version), origin);
  };
  return std::any_of(settings.origins.begin(), settings.origins.end(), admits) ? GinMatch::yes
                                                                               : GinMatch::no;
}

std::optional<StartFailure> gin_start_failure(const Policy& policy, const GinSettings& settings) {
  if (settings.all_origins && !settings.origins.empty()) {
    const bool is_old = settings.version < GinVersion::since_1_7;
    return StartFailure{std::string(is_old ? both_failure_before_1_7 : both_failure),
                        place_of(policy.origins, policy)};
  }
  if (!settings.all_origins && settings.origins.empty())
    return StartFailure{std::string(none_failure), place_of(policy.origins, policy)};
  for (const Text& entry : policy.origins.entries)
    if (!has_scheme(entry.value, settings))
      return StartFailure{
          "bad origin: origins must contain '*' or include " + joined(settings.schemes, ","),
          entry.span};
  if (settings.wildcards == GinWildcards::off) return std::nullopt;
  for (const Text& entry : policy.origins.entries)
    if (stars_in(entry.value) > 1) return StartFailure{std::string(stars_failure), entry.span};
  return std::nullopt;
}

}  // namespace corslint
