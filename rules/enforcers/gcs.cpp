// Google Cloud Storage's bucket CORS configuration (also Firebase Storage). A policy is one entry
// of the array. From the Cloud Storage documentation (cloud.google.com/storage/docs/cross-origin,
// /docs/cors-configurations, /docs/using-cors): the XML API compares method and Origin with the
// entry; a preflight is answered with the methods and headers of the entry, for the browser to
// judge; what matches no entry gets no CORS header. The JSON API answers every origin, whatever the
// bucket says, and storage.cloud.google.com never sends CORS headers; neither is meant here.
//
// Nothing was run, and the documentation shows few answers. Not certain: the status of a refused
// preflight (200), Vary (`Origin` where no `*` is listed), the separator of lists (`,`), and what
// `*` as a method gives (the method asked for).

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/requested_names.h"

namespace corslint {
namespace {

bool permits_method(const TextList& methods, const std::string& method) {
  return holds(methods, "*") || holds(methods, method);
}

void add_list(HeaderList& headers, std::string_view name, const std::vector<std::string>& values) {
  if (!values.empty()) headers.push_back({std::string(name), joined(values, ",")});
}

void add_preflight_headers(const Exchange& exchange, const std::string& method,
                           HeaderList& headers) {
  const Policy& policy = exchange.policy;
  headers.push_back({"access-control-allow-methods",
                     holds(policy.methods, "*") ? method : joined(values_of(policy.methods), ",")});
  add_list(headers, "access-control-allow-headers",
           holds(policy.headers, "*") ? requested_names(exchange) : values_of(policy.headers));
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
}

Response answer_as_gcs(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const bool preflight = asks_for_preflight(exchange);
  const auto method = preflight ? *request_header(exchange, "access-control-request-method")
                                : exchange.request.method;
  const auto origin = request_header(exchange, "origin");
  if (!origin || !entry_admits(exchange, *origin) || !permits_method(policy.methods, method))
    return {};
  const bool any_origin = holds(policy.origins, "*");
  Response response;
  response.headers.push_back({"access-control-allow-origin", any_origin ? "*" : *origin});
  if (preflight)
    add_preflight_headers(exchange, method, response.headers);
  else
    add_list(response.headers, "access-control-expose-headers", values_of(policy.headers));
  if (!any_origin) add_to_vary(response, "Origin");
  return response;
}

}  // namespace

constinit const Enforcer enforcer::gcs{
    .name = "gcs",
    .since = "",
    .title = "Google Cloud Storage",
    .summary =
        "the array of {origin, method, responseHeader, maxAgeSeconds} that --cors-file takes",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::credentials_dropped,
    .wildcard_with_credentials_text =
        "Cloud Storage never sends `Access-Control-Allow-Credentials`",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Cloud Storage then admits nobody",
    .string_as_list_text = "`gcloud` refuses the file: origin has to be a list",
    .method_wildcard = NameWildcard::mirrored,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .method_check = MethodCheck::actual_requests_too,
    .has_credentials = false,
    .is_store = true,
    .exposes_allowed_headers = true,
    .answer = answer_as_gcs,
    .evidence = "Google's documentation; nothing was run",
};

}  // namespace corslint
