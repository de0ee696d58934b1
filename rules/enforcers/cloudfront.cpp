// The CORS part of a response headers policy in Amazon CloudFront. From the developer guide
// ("Understand response headers policies"): the headers are added to answers to requests with an
// Origin, an origin is `*`, a whole origin, or has `*.` in front of a domain; methods are those of
// HTTP or `ALL`; a header name may hold `*`, which does not stand for Authorization. A preflight is
// answered by what is behind CloudFront, with whatever status that has.
//
// The methods and that origins are required are the API's own enumeration and required members
// (ResponseHeadersPolicyCorsConfig). Nothing was run, and the guide was not read again for this
// file. Not certain: the exact reach of `*.`, whether `*` with credentials is refused when it is
// saved, and whether Vary is always sent (taken to be).

#include <algorithm>
#include <array>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 8> cloudfront_methods{"GET",   "DELETE", "HEAD", "OPTIONS",
                                                             "PATCH", "POST",   "PUT",  "ALL"};
constexpr std::string_view all_methods = "GET, DELETE, HEAD, OPTIONS, PATCH, POST, PUT";

void add_list(HeaderList& headers, std::string_view name, const TextList& list) {
  if (!list.entries.empty()) headers.push_back({std::string(name), joined(values_of(list), ", ")});
}

void add_methods(HeaderList& headers, const TextList& methods) {
  constexpr std::string_view name = "access-control-allow-methods";
  if (holds(methods, "ALL")) {
    headers.push_back({std::string(name), std::string(all_methods)});
  } else {
    add_list(headers, name, methods);
  }
}

Response answer_as_cloudfront(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const auto origin = request_header(exchange, "origin");
  Response response;
  if (!holds(policy.origins, "*")) add_to_vary(response, "Origin");
  if (!origin || !entry_admits(exchange, *origin)) return response;
  auto& headers = response.headers;
  headers.push_back({"access-control-allow-origin", holds(policy.origins, "*") ? "*" : *origin});
  if (is_on(policy.credentials)) headers.push_back({"access-control-allow-credentials", "true"});
  if (!asks_for_preflight(exchange)) {
    add_list(headers, "access-control-expose-headers", policy.exposed_headers);
    return response;
  }
  add_methods(headers, policy.methods);
  add_list(headers, "access-control-allow-headers", policy.headers);
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
  return response;
}

std::optional<StartFailure> cloudfront_failure(const Policy& policy) {
  if (policy.origins.entries.empty())
    return StartFailure{"CloudFront refuses a CORS configuration without origins",
                        is_set(policy.origins) ? policy.origins.span : policy.span};
  const auto unknown = std::find_if(
      policy.methods.entries.begin(), policy.methods.entries.end(), [](const Text& method) {
        return std::ranges::find(cloudfront_methods, method.value) == cloudfront_methods.end();
      });
  if (unknown == policy.methods.entries.end()) return std::nullopt;
  return StartFailure{"CloudFront knows no method `" + unknown->value + '`', unknown->span};
}

}  // namespace

constinit const Enforcer enforcer::cloudfront{
    .name = "cloudfront",
    .since = "",
    .title = "CloudFront",
    .summary = "response headers policies: CorsConfig",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::any_subdomain,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "CloudFront sends `*` as it stands at best, and browsers refuse that as soon as a request "
        "carries credentials",
    .wildcard_counts_among_others = true,
    .empty_origins = EmptyOrigins::refused,
    .empty_origins_text = "CloudFront refuses a CORS configuration without origins",
    .string_as_list_text = "CloudFront refuses the policy: Items has to be a list",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .methods = cloudfront_methods,
    .header_globs = true,
    .start_failure = cloudfront_failure,
    .answer = answer_as_cloudfront,
    .evidence =
        "Amazon's API reference for what is refused; the answers as the guide describes them, "
        "unverified; nothing was run",
};

}  // namespace corslint
