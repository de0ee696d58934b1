// Kong Gateway's cors plugin. Read in Kong/kong, kong/plugins/cors/handler.lua (01789df, 3.x) and
// schema.lua, and held against its own tests (spec/03-plugins/13-cors/01-access_spec.lua at
// 04c1cd3); URLs are taken apart as LuaSocket's url.parse does. Entries with any other character
// than letters, digits and `.:/-` are PCRE patterns: a `^` at their beginning is cut off, a `$` put
// at their end, and they are matched from the beginning of the origin, or of its host alone where
// the entry has no `:`. The one plain entry of a list is sent to everyone as it stands. With
// credentials, `Access-Control-Allow-Credentials` and the methods are sent to refused origins too.
// `allow_origin_absent` is taken as on and `preflight_continue` as off, their defaults.
//
// Not certain: the brackets of an IPv6 host in the request's Origin, which LuaSocket 3 drops, and
// the header of an empty list of methods. For the analysis a pattern for the host
// becomes one for the whole origin; `^` and `$` inside its groups are then misread.

#include <algorithm>
#include <array>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/pattern/reading.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 9> kong_methods{
    "GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT"};

bool is_alphanumeric(char c) {
  const char lowered = ascii_lowered(c);
  return (c >= '0' && c <= '9') || (lowered >= 'a' && lowered <= 'z');
}

bool is_regex(std::string_view entry) {
  return !std::all_of(entry.begin(), entry.end(), [](char c) {
    return is_alphanumeric(c) || c == '.' || c == ':' || c == '/' || c == '-';
  });
}

bool is_for_host(std::string_view entry) {
  return entry.find(':') == std::string_view::npos;
}

PatternQuery query_of(std::string_view entry) {
  if (!entry.empty() && entry.front() == '^') entry.remove_prefix(1);
  return {.pattern = std::string(entry),
          .syntax = Syntax::pcre,
          .mode = MatchMode::prefix_with_dollar,
          .letter_case = LetterCase::sensitive};
}

/// An origin without path, user and default port, and its host. What is no URL with a host is both
/// as it stands.
struct NormalizedOrigin {
  std::string domain;
  std::string host;
};

/// The scheme in front of `rest`, which it is cut off from; empty where there is none.
std::string_view take_scheme(std::string_view& rest) {
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const auto scheme = rest.substr(0, colon);
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
  });
  if (!is_scheme || !is_alphanumeric(scheme.front())) return {};
  rest.remove_prefix(colon + 1);
  return scheme;
}

bool is_default_port(std::string_view scheme, std::string_view port) {
  return (scheme == "http" && port == ":80") || (scheme == "https" && port == ":443");
}

NormalizedOrigin normalized(std::string_view origin) {
  auto rest = origin;
  const auto scheme = take_scheme(rest);
  if (rest.substr(0, 2) != "//") return {std::string(origin), std::string(origin)};
  auto host = rest.substr(2);
  host = host.substr(0, host.find_first_of("/?#"));
  host.remove_prefix(host.find('@') + 1);
  const auto colon = host.rfind(':');
  std::string_view port;
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
    port = host.substr(colon);
    host = host.substr(0, colon);
  }
  if (host.size() > 2 && host.front() == '[' && host.back() == ']')
    host = host.substr(1, host.size() - 2);
  if (host.empty()) return {std::string(origin), std::string(origin)};
  if (is_default_port(scheme, port)) port = {};
  std::string domain(scheme);
  if (!scheme.empty()) domain += "://";
  return {domain.append(host).append(port), std::string(host)};
}

/// The alternatives of a pattern that stand in no group.
std::vector<std::string_view> alternatives_of(std::string_view pattern) {
  std::vector<std::string_view> alternatives;
  std::size_t begin = 0;
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') ++i;
    if (c == '[' || c == ']') in_class = c == '[';
    if (in_class) continue;
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c != '|' || depth > 0) continue;
    alternatives.push_back(pattern.substr(begin, i - begin));
    begin = i + 1;
  }
  alternatives.push_back(pattern.substr(begin));
  return alternatives;
}

bool ends_in_dollar(std::string_view text) {
  return !text.empty() && text.back() == '$' && (text.size() < 2 || text[text.size() - 2] != '\\');
}

/// A pattern for whole origins that says what the entry says of their host.
PatternQuery host_query(std::string_view entry) {
  const auto alternatives = alternatives_of(entry);
  std::vector<std::string> whole;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    auto alternative = alternatives[i];
    const bool is_last = i + 1 == alternatives.size();
    if (!alternative.empty() && alternative.front() == '^') alternative.remove_prefix(1);
    const bool ends = ends_in_dollar(alternative);
    if (ends) alternative.remove_suffix(1);
    whole.push_back(std::string(alternative) + (ends || is_last ? "" : "[^:/]*"));
  }
  std::string pattern = "[A-Za-z0-9][A-Za-z0-9+.-]*://(?:" + joined(whole, "|") + ")(?::[0-9]+)?";
  if (PatternMatchers().match(query_of(entry), "null")) pattern += "|null";
  return {.pattern = pattern,
          .syntax = Syntax::pcre,
          .mode = MatchMode::full,
          .letter_case = LetterCase::sensitive};
}

EntryMeaning meaning_of(std::string_view entry, const Policy& policy) {
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  if (is_regex(entry))
    return {.kind = EntryMeaning::Kind::pattern,
            .text = std::string(entry),
            .pattern = is_for_host(entry) ? host_query(entry) : query_of(entry)};
  const bool is_only = policy.origins.entries.size() == 1;
  return {.kind = EntryMeaning::Kind::origin,
          .text = is_only ? std::string(entry) : normalized(entry).domain};
}

std::optional<StartFailure> failure(const Policy& policy) {
  for (const Text& entry : policy.origins.entries) {
    if (entry.value == "*") continue;
    const auto reading = pattern::read_pattern({.pattern = entry.value,
                                                .syntax = Syntax::pcre,
                                                .mode = MatchMode::search,
                                                .letter_case = LetterCase::sensitive});
    if (reading.parsed.status == pattern::ParseStatus::rejected)
      return StartFailure{"'" + entry.value + "' is not a valid regex", entry.span};
  }
  for (const Text& method : policy.methods.entries)
    if (std::find(kong_methods.begin(), kong_methods.end(), method.value) == kong_methods.end())
      return StartFailure{
          "expected one of: GET, HEAD, PUT, PATCH, POST, DELETE, OPTIONS, TRACE, CONNECT",
          method.span};
  return std::nullopt;
}

bool admits_normalized(const Exchange& exchange, std::string_view entry,
                       const NormalizedOrigin& origin) {
  if (!is_regex(entry)) return normalized(entry).domain == origin.domain;
  return exchange.matchers.match(query_of(entry), is_for_host(entry) ? origin.host : origin.domain);
}

/// What Access-Control-Allow-Origin says before credentials are looked at; empty where it is not
/// sent.
std::string allowed_origin(const Exchange& exchange, const std::optional<std::string>& origin) {
  const auto& entries = exchange.policy.origins.entries;
  if (entries.empty()) return "*";
  if (entries.size() == 1 && (entries.front().value == "*" || !is_regex(entries.front().value)))
    return entries.front().value;
  if (!origin || origin->empty()) return {};
  if (holds(exchange.policy.origins, "*")) return "*";
  const auto asking = normalized(*origin);
  const bool admitted = std::any_of(entries.begin(), entries.end(), [&](const Text& entry) {
    return admits_normalized(exchange, entry.value, asking);
  });
  return admitted ? asking.domain : "";
}

HeaderList origin_headers(const Exchange& exchange) {
  const auto& policy = exchange.policy;
  const auto& entries = policy.origins.entries;
  const auto origin = request_header(exchange, "origin");
  auto allowed = allowed_origin(exchange, origin);
  const bool any_origin = allowed == "*";
  const bool reflects = any_origin && is_on(policy.credentials) && origin;
  if (reflects) allowed = *origin;
  HeaderList headers;
  if (!allowed.empty()) headers.push_back({"access-control-allow-origin", allowed});
  if (is_on(policy.credentials) && (!any_origin || reflects))
    headers.push_back({"access-control-allow-credentials", "true"});
  const bool has_choice = entries.size() > 1 || (entries.size() == 1 && !any_origin);
  if (has_choice || reflects) headers.push_back({"vary", "Origin"});
  return headers;
}

void add_preflight_headers(const Exchange& exchange, HeaderList& headers) {
  const Policy& policy = exchange.policy;
  const auto asked = request_header(exchange, "access-control-request-headers");
  if (!policy.headers.entries.empty())
    headers.push_back({"access-control-allow-headers", joined(values_of(policy.headers), ",")});
  else if (asked)
    headers.push_back({"access-control-allow-headers", *asked});
  auto methods = values_of(policy.methods);
  if (!is_set(policy.methods)) methods.assign(kong_methods.begin(), kong_methods.end());
  headers.push_back({"access-control-allow-methods", joined(methods, ",")});
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
  if (is_on(policy.private_network) &&
      request_header(exchange, "access-control-request-private-network") == "true")
    headers.push_back({"access-control-allow-private-network", "true"});
}

Response answer_as_kong(const Exchange& exchange) {
  Response response{.status = 200, .headers = origin_headers(exchange)};
  const auto& exposed = exchange.policy.exposed_headers;
  if (asks_for_preflight(exchange) && request_header(exchange, "origin"))
    add_preflight_headers(exchange, response.headers);
  else if (!exposed.entries.empty())
    response.headers.push_back({"access-control-expose-headers", joined(values_of(exposed), ",")});
  return response;
}

}  // namespace

constinit const Enforcer enforcer::kong{
    .name = "kong",
    .since = "",
    .title = "Kong",
    .summary = "the cors plugin's config, in kong.yml or a KongPlugin",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "Kong answers every origin with its own name and `Access-Control-Allow-Credentials: true`, "
        "so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::everybody,
    .empty_origins_text = "Kong then admits everybody",
    .string_as_list_text = "Kong refuses the plugin's config: origins has to be a list",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .methods = kong_methods,
    .entry_meaning = meaning_of,
    .start_failure = failure,
    .answer = answer_as_kong,
    .comparison_text = "forgives a path and the scheme's default port in a list of several entries",
    .everyone_by_default = true,
    .evidence = "read in Kong/kong, kong/plugins/cors (3.x), and held against its own tests",
};

}  // namespace corslint
