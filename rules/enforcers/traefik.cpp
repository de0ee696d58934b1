// Traefik's `headers` middleware. Read in its source (pkg/middlewares/headers/header.go) at 2.x,
// 3.6.20 and 3.7.9; not run. Reflection with credentials came with 3.6.22 and 3.7.6 (2026-06-23).
// That an unset max-age is not sent, and that preflights name the exposed headers, is certain for
// 3.7.9 alone, and taken to have come with the same releases.
//
// A preflight is `OPTIONS` with an Origin and a method that it asks for. It ends here with 200,
// admitted or not. Credentials are named in every answer, the Vary in none to a preflight.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/go_patterns.h"

namespace corslint {
namespace {

/// The releases that answer differently.
enum class TraefikVersion { sends_wildcard, reflects };

std::optional<StartFailure> failure_to_compile(const Policy& policy) {
  for (const Text& pattern : policy.origin_patterns.entries)
    if (const auto failure = go_pattern_failure(pattern.value))
      return StartFailure{"error occurred during origin parsing: " + *failure, pattern.span};
  return std::nullopt;
}

/// What Access-Control-Allow-Origin says; nothing where the origin is not admitted. An absent
/// Origin is compared like an empty one.
std::optional<std::string> answered_origin(const Exchange& exchange, TraefikVersion version) {
  const auto origin = request_header(exchange, "origin").value_or("");
  const Policy& policy = exchange.policy;
  const bool reflects = version == TraefikVersion::reflects && is_on(policy.credentials);
  const std::string wildcard = reflects ? origin : "*";
  for (const Text& entry : policy.origins.entries) {
    const auto meaning = meaning_of_origin_entry(entry.value, policy, exchange.enforcer);
    if (meaning.kind == EntryMeaning::Kind::every_origin) return wildcard;
    if (admits(meaning, origin, exchange.matchers)) return origin;
  }
  if (entry_admits(exchange, origin)) return origin;
  return std::nullopt;
}

void add_list(const TextList& list, std::string_view header, HeaderList& headers) {
  const auto value = joined(values_of(list), ",");
  if (!value.empty()) headers.push_back({std::string(header), value});
}

/// Whether `*` in the list is not sent as it stands.
bool is_replaced(const TextList& list, const Policy& policy, TraefikVersion version) {
  return version == TraefikVersion::reflects && is_on(policy.credentials) && holds(list, "*");
}

void add_permitted_headers(const Exchange& exchange, TraefikVersion version, HeaderList& headers) {
  const TextList& list = exchange.policy.headers;
  if (!is_replaced(list, exchange.policy, version))
    return add_list(list, "access-control-allow-headers", headers);
  const auto asked = request_header(exchange, "access-control-request-headers").value_or("");
  if (!asked.empty()) headers.push_back({"access-control-allow-headers", asked});
}

void add_permitted_methods(const Exchange& exchange, TraefikVersion version,
                           const std::string& asked, HeaderList& headers) {
  const TextList& list = exchange.policy.methods;
  if (!is_replaced(list, exchange.policy, version))
    return add_list(list, "access-control-allow-methods", headers);
  headers.push_back({"access-control-allow-methods", asked});
}

void add_exposed_headers(const Policy& policy, TraefikVersion version, HeaderList& headers) {
  const TextList& list = policy.exposed_headers;
  if (list.entries.empty() || is_replaced(list, policy, version)) return;
  headers.push_back({"access-control-expose-headers", joined(values_of(list), ",")});
}

/// What both kinds of answers say: whom and whether with credentials.
HeaderList common_headers(const Exchange& exchange, TraefikVersion version) {
  HeaderList headers;
  if (auto origin = answered_origin(exchange, version))
    headers.push_back({"access-control-allow-origin", std::move(*origin)});
  if (is_on(exchange.policy.credentials))
    headers.push_back({"access-control-allow-credentials", "true"});
  return headers;
}

Response answer_preflight(const Exchange& exchange, TraefikVersion version,
                          const std::string& asked_method) {
  const Policy& policy = exchange.policy;
  Response response{.headers = common_headers(exchange, version)};
  add_permitted_headers(exchange, version, response.headers);
  add_permitted_methods(exchange, version, asked_method, response.headers);
  const bool always = version == TraefikVersion::sends_wildcard;
  if (always || policy.max_age.value)
    response.headers.push_back(
        {"access-control-max-age", std::to_string(policy.max_age.value.value_or(0))});
  if (!always) add_exposed_headers(policy, version, response.headers);
  return response;
}

/// Whether the middleware has anything to do with CORS at all.
bool is_configured(const Policy& policy) {
  const auto has = [](const TextList& list) { return !list.entries.empty(); };
  return is_on(policy.credentials) || is_on(policy.vary) || has(policy.origins) ||
         has(policy.origin_patterns) || has(policy.methods) || has(policy.headers) ||
         has(policy.exposed_headers) || policy.max_age.value;
}

template <TraefikVersion version>
Response answer_of(const Exchange& exchange) {
  const auto method = request_header(exchange, "access-control-request-method").value_or("");
  const auto origin = request_header(exchange, "origin").value_or("");
  if (!is_configured(exchange.policy)) return {};
  if (exchange.request.method == "OPTIONS" && !method.empty() && !origin.empty())
    return answer_preflight(exchange, version, method);
  Response response{.headers = common_headers(exchange, version)};
  add_exposed_headers(exchange.policy, version, response.headers);
  if (is_on(exchange.policy.vary)) add_to_vary(response, "Origin");
  return response;
}

constexpr Enforcer reflecting(std::string_view since) {
  return {
      .name = "traefik",
      .since = since,
      .title = "Traefik",
      .summary = "dynamic configuration, [http.middlewares.NAME.headers] accessControl*",
      .comparison = OriginComparison::exact,
      .glob = GlobSupport::none,
      .pattern_syntax = Syntax::go,
      .pattern_mode = MatchMode::search,
      .wildcard_with_credentials = WildcardWithCredentials::reflects,
      .wildcard_with_credentials_text =
          "Traefik since 3.6.22 and 3.7.6 answers every origin with its own name and "
          "`Access-Control-Allow-Credentials: true`, so "
          "any website reads with the user's cookies",
      .empty_origins = EmptyOrigins::nobody,
      .empty_origins_text = "Traefik then admits nobody",
      .string_as_list_text =
          "Traefik refuses the file: \"the value must be a list instead of a string\"",
      .method_wildcard = NameWildcard::mirrored_with_credentials,
      .header_wildcard = NameWildcard::mirrored_with_credentials,
      .exposed_wildcard = NameWildcard::dropped_with_credentials,
      .name_check = NameCheck::left_to_browser,
      .vary = VaryBehaviour::when_asked,
      .trims_entries = true,
      .expands_templates = true,
      .start_failure = failure_to_compile,
      .answer = answer_of<TraefikVersion::reflects>,
      .evidence = "read in the source of 3.7.9",
  };
}

constexpr Enforcer sending_wildcard(std::string_view since) {
  Enforcer enforcer = reflecting(since);
  enforcer.wildcard_with_credentials = WildcardWithCredentials::sends_wildcard;
  enforcer.wildcard_with_credentials_text =
      "Traefik before 3.6.22 and 3.7.6 sends `*`, which browsers refuse with credentials; later "
      "versions answer every origin with "
      "its own name, so an upgrade lets any website read with the user's cookies";
  enforcer.method_wildcard = NameWildcard::literal;
  enforcer.header_wildcard = NameWildcard::literal;
  enforcer.exposed_wildcard = NameWildcard::literal;
  enforcer.answer = answer_of<TraefikVersion::sends_wildcard>;
  enforcer.evidence = "read in the source of 3.6.20";
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::traefik_3_7_6 = reflecting("3.7.6");
constinit const Enforcer enforcer::traefik_3_7_0 = sending_wildcard("3.7.0");
constinit const Enforcer enforcer::traefik_3_6_22 = reflecting("3.6.22");
constinit const Enforcer enforcer::traefik_0 = sending_wildcard("0");

}  // namespace corslint
