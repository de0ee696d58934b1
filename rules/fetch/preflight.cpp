#include "rules/fetch/preflight.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/fetch/headers.h"
#include "rules/fetch/methods.h"
#include "rules/fetch/request_header_safelist.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool contains_exactly(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool contains_ignoring_case(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& other) { return equal_ignoring_case(other, name); });
}

std::string joined(const std::vector<std::string>& names) {
  std::string result;
  for (const auto& name : names) {
    if (!result.empty()) result += ',';
    result += name;
  }
  return result;
}

}  // namespace

Request as_sent(const Request& request) {
  Request sent = request;
  sent.method = normalized_method(request.method);
  const auto forbidden = [](const Header& header) {
    return is_forbidden_request_header(header.name, header.value);
  };
  sent.headers.erase(std::remove_if(sent.headers.begin(), sent.headers.end(), forbidden),
                     sent.headers.end());
  for (auto& header : sent.headers) header.value = normalized_value(header.value);
  return sent;
}

bool needs_preflight(const Request& request) {
  return !is_cors_safelisted_method(request.method) ||
         !cors_unsafe_request_header_names(request.headers).empty();
}

HeaderList preflight_headers(const Request& request) {
  HeaderList headers;
  // 2. Append (`Accept`, `*/*`) to preflight's header list.
  headers.push_back({"accept", "*/*"});
  // 3. Append (`Access-Control-Request-Method`, request's method) to preflight's header list.
  headers.push_back({"access-control-request-method", request.method});
  // 4. Let headers be the CORS-unsafe request-header names with request's header list.
  const auto names = cors_unsafe_request_header_names(request.headers);
  // 5. If headers is not empty: join them by commas, without blanks, as
  // `Access-Control-Request-Headers`.
  if (!names.empty()) headers.push_back({"access-control-request-headers", joined(names)});
  headers.push_back({"origin", request.origin});
  return headers;
}

std::string refused_header_name(const Request& request, const std::vector<std::string>& permitted) {
  const bool include = request.credentials_mode == CredentialsMode::include;
  // 6. If one of request's header list's names is a CORS non-wildcard request-header name and is
  // not a byte-case-insensitive match for an item in headerNames, then return a network error.
  // 7. For each unsafeName of the CORS-unsafe request-header names with request's header list, if
  // unsafeName is not a byte-case-insensitive match for an item in headerNames and request's
  // credentials mode is "include" or headerNames does not contain `*`, return a network error.
  // A non-wildcard name is always unsafe, so that one walk does both.
  const bool has_wildcard = !include && contains_exactly(permitted, "*");
  for (auto& unsafe_name : cors_unsafe_request_header_names(request.headers)) {
    const bool by_wildcard = has_wildcard && !is_cors_non_wildcard_request_header_name(unsafe_name);
    if (!by_wildcard && !contains_ignoring_case(permitted, unsafe_name)) return unsafe_name;
  }
  return {};
}

std::optional<BlockReason> judge_preflight(const Request& request, const Response& response) {
  // 7. If a CORS check for request and response returns success and response's status is an ok
  // status, then:
  if (const auto reason = cors_check(request, response)) return reason;
  if (!is_ok_status(response.status)) return BlockReason::preflight_status;
  // 1. Let methods be the result of extracting header list values given
  // `Access-Control-Allow-Methods`.
  const auto methods = extract_header_list_values("access-control-allow-methods", response.headers);
  // 2. Let headerNames be the result of extracting header list values given
  // `Access-Control-Allow-Headers`.
  const auto names = extract_header_list_values("access-control-allow-headers", response.headers);
  // 3. If either methods or headerNames is failure, return a network error.
  if (methods.outcome == ExtractedValues::Outcome::failure) return BlockReason::method_not_allowed;
  if (names.outcome == ExtractedValues::Outcome::failure) return BlockReason::header_not_allowed;
  // 5. If request's method is not in methods, request's method is not a CORS-safelisted method, and
  // request's credentials mode is "include" or methods does not contain `*`, then return a network
  // error.
  const bool include = request.credentials_mode == CredentialsMode::include;
  if (!contains_exactly(methods.names, request.method) &&
      !is_cors_safelisted_method(request.method) &&
      (include || !contains_exactly(methods.names, "*")))
    return BlockReason::method_not_allowed;
  if (!refused_header_name(request, names.names).empty()) return BlockReason::header_not_allowed;
  return std::nullopt;
}

}  // namespace corslint
