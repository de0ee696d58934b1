// The CORS part of a response headers policy in Amazon CloudFront. From the developer guide
// ("Understanding response headers policies"): the headers are added to answers to requests with an
// Origin, those about methods, headers and age to answers to preflights; an origin is `*`, a whole
// origin, or has `*` as the leftmost part of its domain and nowhere else; methods are seven of
// HTTP's or `ALL`; a preflight is answered by what is behind CloudFront, with whatever status that
// has. What is refused when the policy is saved: origins and headers are required members of
// ResponseHeadersPolicyCorsConfig, and the service's own words about `*` among headers stand in
// https://github.com/aws/aws-cdk/pull/35308; that headers cannot be empty was found by its users
// (https://github.com/awsdocs/aws-cloudformation-user-guide/issues/1179).
//
// Nothing was run. Not certain: whether `*.` stands for several labels (taken to), whether an entry
// without a scheme admits both, whether `*` as origin with credentials is refused when it is saved,
// and whether Vary is always sent (taken to be).

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

/// Whether a `*` stands in the domain where the guide allows none, that is anywhere but as its
/// first label.
bool has_misplaced_wildcard(const Text& entry) {
  std::string_view domain = entry.value;
  if (const auto scheme_end = domain.find("://"); scheme_end != std::string_view::npos)
    domain.remove_prefix(scheme_end + 3);
  domain = domain.substr(0, domain.find(':'));
  if (domain == "*") return false;
  if (domain.starts_with("*.")) domain.remove_prefix(2);
  return domain.find('*') != std::string_view::npos;
}

std::optional<StartFailure> refused_origin(const Policy& policy) {
  const auto& origins = policy.origins;
  if (origins.entries.empty())
    return StartFailure{"CloudFront refuses a CORS configuration without origins",
                        is_set(origins) ? origins.span : policy.span};
  const auto misplaced = std::ranges::find_if(origins.entries, has_misplaced_wildcard);
  if (misplaced == origins.entries.end()) return std::nullopt;
  return StartFailure{"CloudFront takes `*` as the first label of a domain only", misplaced->span};
}

std::optional<StartFailure> refused_method(const TextList& methods) {
  const auto unknown = std::ranges::find_if(methods.entries, [](const Text& method) {
    return std::ranges::find(cloudfront_methods, method.value) == cloudfront_methods.end();
  });
  if (unknown == methods.entries.end()) return std::nullopt;
  return StartFailure{"CloudFront knows no method `" + unknown->value + '`', unknown->span};
}

std::optional<StartFailure> refused_header(const Policy& policy) {
  const auto& headers = policy.headers;
  if (is_set(headers) && headers.entries.empty())
    return StartFailure{"CloudFront refuses an empty list of allowed headers", headers.span};
  if (!is_on(policy.credentials)) return std::nullopt;
  const auto wildcard = std::ranges::find_if(headers.entries, [](const Text& header) {
    return header.value.find('*') != std::string::npos;
  });
  if (wildcard == headers.entries.end()) return std::nullopt;
  return StartFailure{
      "CloudFront refuses `*` among the allowed headers of a policy with credentials",
      wildcard->span};
}

std::optional<StartFailure> cloudfront_failure(const Policy& policy) {
  if (auto failure = refused_origin(policy)) return failure;
  if (auto failure = refused_method(policy.methods)) return failure;
  return refused_header(policy);
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
        "Amazon's API reference and the service's own messages for what is refused; the answers as "
        "the developer guide describes them; nothing was run",
};

}  // namespace corslint
