#include "rules/fetch/headers.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/fetch/methods.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr auto forbidden_request_names = std::to_array<std::string_view>({
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
});

constexpr auto method_override_names = std::to_array<std::string_view>({
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
});

constexpr auto safelisted_request_names = std::to_array<std::string_view>({
    "accept",
    "accept-language",
    "content-language",
    "content-type",
    "range",
});

constexpr auto safelisted_response_names = std::to_array<std::string_view>({
    "cache-control",
    "content-language",
    "content-length",
    "content-type",
    "expires",
    "last-modified",
    "pragma",
});

constexpr auto response_only_names = std::to_array<std::string_view>({
    "access-control-allow-credentials",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-allow-origin",
    "access-control-allow-private-network",
    "access-control-expose-headers",
    "access-control-max-age",
    "age",
    "content-security-policy",
    "cross-origin-embedder-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "etag",
    "location",
    "retry-after",
    "server",
    "strict-transport-security",
    "timing-allow-origin",
    "vary",
    "www-authenticate",
    "x-content-type-options",
    "x-frame-options",
    "x-powered-by",
});

constexpr auto secret_names = std::to_array<std::string_view>({
    "api-key",
    "authorization",
    "x-access-token",
    "x-amz-security-token",
    "x-api-key",
    "x-auth-token",
    "x-csrf-token",
    "x-csrftoken",
    "x-refresh-token",
    "x-session-token",
    "x-xsrf-token",
});

constexpr auto well_known_names = std::to_array<std::string_view>({
    "Accept-Encoding",     "Accept-Language",     "Authorization",    "Cache-Control",
    "Content-Disposition", "Content-Encoding",    "Content-Language", "Content-Length",
    "Content-Range",       "Content-Type",        "Idempotency-Key",  "If-Modified-Since",
    "If-None-Match",       "If-Unmodified-Since", "Last-Modified",    "User-Agent",
    "WWW-Authenticate",    "X-CSRF-Token",        "X-CSRFToken",      "X-HTTP-Method-Override",
    "X-Requested-With",    "X-XSRF-Token",
});

bool is_among(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), ascii_lowered(name)) != names.end();
}

}  // namespace

bool is_forbidden_request_header_name(std::string_view name) {
  const auto lowered = ascii_lowered(name);
  return is_among(lowered, forbidden_request_names) || lowered.starts_with("proxy-") ||
         lowered.starts_with("sec-");
}

bool is_forbidden_request_header(std::string_view name, std::string_view value) {
  if (is_forbidden_request_header_name(name)) return true;
  if (!is_among(name, method_override_names)) return false;
  while (true) {
    const auto comma = value.find(',');
    if (is_forbidden_method(stripped(value.substr(0, comma)))) return true;
    if (comma == std::string_view::npos) return false;
    value.remove_prefix(comma + 1);
  }
}

bool is_cors_safelisted_request_header_name(std::string_view name) {
  return is_among(name, safelisted_request_names);
}

bool is_cors_non_wildcard_request_header_name(std::string_view name) {
  return equal_ignoring_case(name, "authorization");
}

bool is_cors_safelisted_response_header_name(std::string_view name) {
  return is_among(name, safelisted_response_names);
}

bool is_forbidden_response_header_name(std::string_view name) {
  return equal_ignoring_case(name, "set-cookie") || equal_ignoring_case(name, "set-cookie2");
}

bool is_response_only_header_name(std::string_view name) {
  return is_among(name, response_only_names);
}

bool is_secret_header_name(std::string_view name) {
  return is_among(name, secret_names);
}

std::span<const std::string_view> well_known_header_names() {
  return well_known_names;
}

}  // namespace corslint
