// Envoy's CORS filter, which Istio's corsPolicy configures too. Read in envoyproxy/envoy,
// source/extensions/filters/http/cors/cors_filter.cc (001cbf1), and held against its own tests
// (cors_filter_test.cc). `origins` are matchers of the kind `exact`, `origin_patterns` those of the
// kind `safe_regex` (RE2, the whole origin); `prefix`, `suffix` and `contains` are patterns of
// theirs. A matcher that matches the text `*` admits every origin. The allowed origin is always
// answered with its own name, and the filter never touches Vary. Lists are one string in Envoy;
// Istio writes them with `,` between the entries, so `*` among other names is sent as it stands.
// A preflight from another origin goes on to the application unless forward_not_matching_preflights
// (Istio: unmatchedPreflights) says otherwise.

#include <re2/re2.h>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

EntryMeaning regex(std::string_view entry, const Policy& /*policy*/) {
  if (RE2::FullMatch("*", RE2(entry, RE2::Quiet)))
    return {.kind = EntryMeaning::Kind::every_origin, .text = std::string(entry)};
  return {.kind = EntryMeaning::Kind::pattern,
          .text = std::string(entry),
          .pattern = {.pattern = std::string(entry),
                      .syntax = Syntax::re2,
                      .mode = MatchMode::full,
                      .letter_case = LetterCase::sensitive}};
}

/// Envoy passes on what RE2 says.
std::optional<StartFailure> failure(const Policy& policy) {
  for (const Text& entry : policy.origin_patterns.entries) {
    const RE2 compiled(entry.value, RE2::Quiet);
    if (!compiled.ok()) return StartFailure{compiled.error(), entry.span};
  }
  return std::nullopt;
}

void add_list(HeaderList& headers, std::string_view name, const TextList& list) {
  const auto text = joined(values_of(list), ",");
  if (!text.empty()) headers.push_back({std::string(name), text});
}

/// The list's one string, or what is asked for where it is `*`.
void add_or_mirror(const Exchange& exchange, HeaderList& headers, std::string_view name,
                   const TextList& list, std::string_view asked) {
  if (list.entries.size() == 1 && list.entries.front().value == "*")
    headers.push_back({std::string(name), request_header(exchange, asked).value_or("")});
  else
    add_list(headers, name, list);
}

void add_preflight_headers(const Exchange& exchange, HeaderList& headers) {
  const Policy& policy = exchange.policy;
  add_or_mirror(exchange, headers, "access-control-allow-methods", policy.methods,
                "access-control-request-method");
  add_or_mirror(exchange, headers, "access-control-allow-headers", policy.headers,
                "access-control-request-headers");
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
  if (is_on(policy.private_network) &&
      request_header(exchange, "access-control-request-private-network") == "true")
    headers.push_back({"access-control-allow-private-network", "true"});
}

Response answer_as_envoy(const Exchange& exchange) {
  const auto origin = request_header(exchange, "origin").value_or("");
  if (origin.empty() || !entry_admits(exchange, origin)) return {};
  Response response;
  response.headers.push_back({"access-control-allow-origin", origin});
  if (is_on(exchange.policy.credentials))
    response.headers.push_back({"access-control-allow-credentials", "true"});
  const auto asked = request_header(exchange, "access-control-request-method").value_or("");
  if (exchange.request.method == "OPTIONS" && !asked.empty())
    add_preflight_headers(exchange, response.headers);
  else
    add_list(response.headers, "access-control-expose-headers", exchange.policy.exposed_headers);
  return response;
}

}  // namespace

constinit const Enforcer enforcer::envoy{
    .name = "envoy",
    .since = "",
    .title = "Envoy",
    .summary = "CorsPolicy of envoy.filters.http.cors, Istio's corsPolicy",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::re2,
    .pattern_mode = MatchMode::full,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "Envoy answers every origin with its own name and `Access-Control-Allow-Credentials: "
        "true`, so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Envoy then admits nobody",
    .string_as_list_text = "Envoy refuses the configuration: allow_origin_string_match is a list",
    .method_wildcard = NameWildcard::mirrored,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .vary = VaryBehaviour::never,
    .pattern_meaning = regex,
    .start_failure = failure,
    .answer = answer_as_envoy,
    .evidence = "read in envoyproxy/envoy, cors_filter.cc, and held against its own tests",
};

}  // namespace corslint
