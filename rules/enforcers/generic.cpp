#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"

namespace corslint {
namespace {

bool admits_every_origin(const Policy& policy) {
  return holds(policy.origins, "*");
}

/// The headers that let `origin` in; empty where it is not admitted.
HeaderList admitting_headers(const Exchange& exchange, const std::string& origin) {
  const Policy& policy = exchange.policy;
  HeaderList headers;
  if (admits_every_origin(policy)) {
    headers.push_back({"access-control-allow-origin", "*"});
  } else if (entry_admits(exchange, origin)) {
    headers.push_back({"access-control-allow-origin", origin});
  } else {
    return headers;
  }
  if (is_on(policy.credentials)) headers.push_back({"access-control-allow-credentials", "true"});
  return headers;
}

void add_preflight_headers(const Exchange& exchange, HeaderList& headers) {
  const Policy& policy = exchange.policy;
  if (is_set(policy.methods))
    headers.push_back({"access-control-allow-methods", joined(values_of(policy.methods), ", ")});
  if (is_set(policy.headers))
    headers.push_back({"access-control-allow-headers", joined(values_of(policy.headers), ", ")});
  if (policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*policy.max_age.value)});
  if (is_on(policy.private_network) &&
      request_header(exchange, "access-control-request-private-network"))
    headers.push_back({"access-control-allow-private-network", "true"});
}

Response answer_as_written(const Exchange& exchange) {
  Response response;
  if (const auto origin = request_header(exchange, "origin"))
    response.headers = admitting_headers(exchange, *origin);
  if (!response.headers.empty()) {
    if (asks_for_preflight(exchange)) {
      add_preflight_headers(exchange, response.headers);
    } else if (is_set(exchange.policy.exposed_headers)) {
      response.headers.push_back({"access-control-expose-headers",
                                  joined(values_of(exchange.policy.exposed_headers), ", ")});
    }
  }
  if (!admits_every_origin(exchange.policy)) add_to_vary(response, "Origin");
  return response;
}

}  // namespace

constinit const Enforcer enforcer::generic{
    .name = "generic",
    .since = "",
    .title = "a generic enforcer",
    .summary = "the native form, where nothing tells which program enforces it",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::re2,
    .pattern_mode = MatchMode::full,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "An enforcer that sends `*` is refused by browsers as soon as a request carries "
        "credentials, and one that reflects the "
        "request's origin instead lets every website read with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text =
        "Most enforcers then admit nobody, and some (rs/cors, Fiber) admit everybody",
    .string_as_list_text =
        "Enforcers differ on one string where they read a list: some test for a substring, some "
        "send it as it stands, some take "
        "it as one entry",
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .answer = answer_as_written,
    .evidence = "no program: the plain reading of a policy, by the Fetch standard",
};

}  // namespace corslint
