// The CORS configuration of HTTP APIs in Amazon API Gateway (corsConfiguration of
// AWS::ApiGatewayV2::Api, x-amazon-apigateway-cors). From the developer guide ("Configure CORS for
// HTTP APIs in API Gateway"): headers are returned only to requests with an Origin, preflights are
// OPTIONS with Origin and Access-Control-Request-Method and are answered without an OPTIONS route,
// origins are whole origins, `*`, `https://*` or `http://*`, and CORS headers of the integration
// are ignored. `*` with credentials is refused in the words that aws/aws-cdk#9076 quotes. REST APIs
// have no such configuration.
//
// Nothing was run. Not certain: the status of preflights (204; refused ones are taken to get the
// same without headers), the separator of lists (`,`), whether Vary is ever sent (taken to be
// never), whether letter case counts, and what an entry with another `*` means (taken literally).

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

constexpr std::string_view wildcard_failure =
    "allow-credentials is not supported if 'allow-origin' is *";

EntryMeaning origin_entry(std::string_view entry, const Policy& /*policy*/) {
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  const bool any_of_scheme = entry == "https://*" || entry == "http://*";
  return {.kind = any_of_scheme ? EntryMeaning::Kind::glob : EntryMeaning::Kind::origin,
          .text = std::string(entry)};
}

std::optional<StartFailure> failure(const Policy& policy) {
  if (!is_on(policy.credentials)) return std::nullopt;
  const auto& entries = policy.origins.entries;
  const auto wildcard = std::find_if(entries.begin(), entries.end(),
                                     [](const Text& entry) { return entry.value == "*"; });
  if (wildcard == entries.end()) return std::nullopt;
  return StartFailure{std::string(wildcard_failure), wildcard->span};
}

void add_list(HeaderList& headers, std::string_view name, const TextList& list) {
  if (!list.entries.empty()) headers.push_back({std::string(name), joined(values_of(list), ",")});
}

Response answer_as_gateway(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const auto origin = request_header(exchange, "origin");
  const bool preflight = origin && asks_for_preflight(exchange);
  Response response{.status = preflight ? 204 : 200, .headers = {}};
  if (!origin || !entry_admits(exchange, *origin)) return response;
  auto& headers = response.headers;
  headers.push_back({"access-control-allow-origin", holds(policy.origins, "*") ? "*" : *origin});
  if (is_on(policy.credentials)) headers.push_back({"access-control-allow-credentials", "true"});
  add_list(headers, "access-control-expose-headers", policy.exposed_headers);
  if (!preflight) return response;
  add_list(headers, "access-control-allow-methods", policy.methods);
  add_list(headers, "access-control-allow-headers", policy.headers);
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
  return response;
}

}  // namespace

constinit const Enforcer enforcer::api_gateway{
    .name = "api-gateway",
    .since = "",
    .title = "API Gateway",
    .summary = "HTTP APIs: CorsConfiguration, x-amazon-apigateway-cors",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::refuses_to_start,
    .wildcard_with_credentials_text =
        "API Gateway refuses the configuration (BadRequestException), so the deployment fails",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "API Gateway then admits nobody",
    .string_as_list_text = "API Gateway refuses the template: AllowOrigins has to be a list",
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .vary = VaryBehaviour::never,
    .entry_meaning = origin_entry,
    .start_failure = failure,
    .answer = answer_as_gateway,
    .evidence = "Amazon's documentation; nothing was run",
};

}  // namespace corslint
