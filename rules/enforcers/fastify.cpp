// The plugin @fastify/cors of Fastify, in its default hook. Read: 8.0.0 to 11.4.3. Run: 11.4.3 and
// 10.1.0 with Fastify 5.12.8, on Node 18 and 20. Versions count the plugin. 11.0 cut the default
// methods down to GET, HEAD and POST; before 9.0 `Vary: Origin` is sent always, and in 8.0 `*` in a
// list is no wildcard; neither is followed here. Its switch for every origin is `origin: true`,
// which answers each origin with its own name and never `*`.
//
// The lists are sent to refused origins too. An OPTIONS request without Origin or
// Access-Control-Request-Method is answered 400 (strictPreflight). Where Node refuses a header
// value, the answer is an error with the headers before that one.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/javascript_headers.h"
#include "rules/enforcers/javascript_origin_option.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

enum class Version { from_9_0, from_11_0 };

constexpr int passed_on = 200;
constexpr int bad_request = 400;
constexpr int internal_server_error = 500;

OriginOption option_of(const Policy& policy) {
  const auto option = origin_option(policy);
  return option == OriginOption::entries && holds(policy.origins, "*") ? OriginOption::wildcard
                                                                       : option;
}

EntryMeaning meaning_of_entry(std::string_view entry, const Policy& policy) {
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  return meaning_in_origin_option(entry, policy);
}

void add(Response& response, std::string_view name, std::string_view value) {
  response.headers.push_back({std::string(name), std::string(value)});
}

void add_origin(const Exchange& exchange, OriginOption option, Response& response) {
  if (option == OriginOption::wildcard) return add(response, "access-control-allow-origin", "*");
  if (option == OriginOption::fixed_text)
    return add(response, "access-control-allow-origin",
               exchange.policy.origins.entries.front().value);
  add_to_vary(response, "Origin");
  const auto origin = request_header(exchange, "origin").value_or("");
  const bool admitted =
      option == OriginOption::every_origin_by_name || entry_admits(exchange, origin);
  if (admitted && !origin.empty()) add(response, "access-control-allow-origin", origin);
}

void add_allowed_headers(const Exchange& exchange, Response& response) {
  if (is_set(exchange.policy.headers))
    return add(response, "access-control-allow-headers",
               joined(values_of(exchange.policy.headers), ", "));
  add_to_vary(response, "Access-Control-Request-Headers");
  if (const auto requested = request_header(exchange, "access-control-request-headers"))
    add(response, "access-control-allow-headers", *requested);
}

std::string allowed_methods(const Policy& policy, Version version) {
  if (is_set(policy.methods)) return joined(values_of(policy.methods), ", ");
  return version == Version::from_11_0 ? "GET,HEAD,POST" : "GET,HEAD,PUT,PATCH,POST,DELETE";
}

/// Fastify takes no other status.
bool is_status(std::int64_t status) {
  constexpr std::int64_t lowest = 100;
  constexpr std::int64_t highest = 599;
  return status >= lowest && status <= highest;
}

void answer_preflight(const Exchange& exchange, Version version, Response& response) {
  constexpr std::int64_t default_status = 204;
  const Policy& policy = exchange.policy;
  if (request_header(exchange, "origin").value_or("").empty() ||
      request_header(exchange, "access-control-request-method").value_or("").empty()) {
    response.status = bad_request;
    return;
  }
  add(response, "access-control-allow-methods", allowed_methods(policy, version));
  add_allowed_headers(exchange, response);
  if (policy.max_age.value)
    add(response, "access-control-max-age", javascript_number(*policy.max_age.value));
  const auto status = policy.preflight_status.value.value_or(default_status);
  response.status = is_status(status) ? static_cast<int>(status) : internal_server_error;
}

/// What Node sends of it.
Response sent(Response response) {
  auto& headers = response.headers;
  const auto refused = std::find_if(headers.begin(), headers.end(),
                                    [](const Header& header) { return !node_sends(header.value); });
  if (refused != headers.end() && response.status < bad_request)
    response.status = internal_server_error;
  headers.erase(refused, headers.end());
  for (Header& header : headers) header.value = std::string(stripped(header.value));
  return response;
}

template <Version version>
Response answer_as(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const auto option = option_of(policy);
  // The plugin calls the empty string an "Invalid CORS origin option", in each request anew.
  if (option == OriginOption::empty_text) return {.status = internal_server_error, .headers = {}};
  Response response{.status = passed_on, .headers = {}};
  add_origin(exchange, option, response);
  if (is_on(policy.credentials)) add(response, "access-control-allow-credentials", "true");
  if (is_set(policy.exposed_headers))
    add(response, "access-control-expose-headers", joined(values_of(policy.exposed_headers), ", "));
  if (exchange.request.method == "OPTIONS") answer_preflight(exchange, version, response);
  return sent(std::move(response));
}

constexpr Enforcer fastify_since_11_0{
    .name = "fastify",
    .since = "11.0",
    .title = "Fastify",
    .summary = "the options of the plugin @fastify/cors, from the application's settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::javascript,
    .pattern_mode = MatchMode::search,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "Fastify sends `*` as it stands, which browsers refuse as soon as a request carries "
        "credentials; `origin: true`, its switch for every origin, answers each with its own name "
        "instead, so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Fastify then admits nobody",
    .string_as_list_text = "",
    .has_origin_switch = true,
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .entry_meaning = meaning_of_entry,
    .start_failure = failure_to_make_regexp,
    .answer = answer_as<Version::from_11_0>,
    .everyone_by_default = true,
    .evidence = "@fastify/cors 11.4.3 and 10.1.0 are run in the tests; 8.0.0 to 11.4.3 were read",
};

constexpr Enforcer before_11_0() {
  Enforcer enforcer = fastify_since_11_0;
  enforcer.since = "9.0";
  enforcer.answer = answer_as<Version::from_9_0>;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::fastify_11_0 = fastify_since_11_0;
constinit const Enforcer enforcer::fastify_9_0 = before_11_0();

}  // namespace corslint
