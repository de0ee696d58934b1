// gorilla/handlers, the function CORS. Read in its source (cors.go) at 1.5.1 and in the main
// branch, whose new options a policy cannot name; 1.5.1 run as Debian packs it, behind net/http.
// Older copies that name no version were read too: they know no OptionStatusCode, and the oldest
// admit nobody where the list of origins is empty and pass `OPTIONS` of a refused origin on; they
// are taken for 1.5.1.
//
// Every `OPTIONS` request ends here: with 200 and no header where its Origin is missing or not
// admitted; else with 400 without a requested method, 405 for one that is not listed, 403 for a
// header name that is not. What browsers need no permission for is not named in the answer. No
// max-age is longer than ten minutes.
//
// IgnoreOptions and AllowedOriginValidator are code, not policy. A status that net/http does not
// know makes it panic and close the connection without an answer, which stands here as 500.

#include <algorithm>
#include <array>
#include <optional>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/go_header_names.h"
#include "rules/enforcers/requested_names.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::int64_t status_ok = 200;
constexpr int status_bad_request = 400;
constexpr int status_forbidden = 403;
constexpr int status_method_not_allowed = 405;
constexpr int status_server_error = 500;
constexpr std::int64_t ten_minutes = 600;

constexpr std::array<std::string_view, 3> default_methods{"GET", "HEAD", "POST"};
constexpr std::array<std::string_view, 4> default_headers{"Accept", "Accept-Language",
                                                          "Content-Language", "Origin"};

template <typename Values>
bool has(const Values& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// The entries without the blanks around them; those that are nothing else are dropped.
std::vector<std::string> trimmed_entries(const TextList& list) {
  std::vector<std::string> entries;
  for (const auto& entry : list.entries)
    if (const auto text = stripped(entry.value); !text.empty()) entries.emplace_back(text);
  return entries;
}

bool admits_everyone(const Policy& policy) {
  return policy.origins.entries.empty() || holds(policy.origins, "*");
}

bool origin_passes(const Exchange& exchange, std::string_view origin) {
  return !origin.empty() && (admits_everyone(exchange.policy) || entry_admits(exchange, origin));
}

bool method_passes(const Policy& policy, std::string_view method) {
  if (!is_set(policy.methods)) return has(default_methods, method);
  const auto entries = trimmed_entries(policy.methods);
  return std::any_of(entries.begin(), entries.end(),
                     [&](const std::string& entry) { return ascii_uppered(entry) == method; });
}

/// The requested header names that need a permission, spelled as Go does.
std::vector<std::string> names_to_permit(const Exchange& exchange) {
  auto names = canonical_header_names(requested_names(exchange));
  std::erase_if(names, [](const std::string& name) { return has(default_headers, name); });
  return names;
}

bool names_pass(const Policy& policy, const std::vector<std::string>& names) {
  const auto listed = canonical_header_names(trimmed_entries(policy.headers));
  return std::all_of(names.begin(), names.end(),
                     [&](const std::string& name) { return has(listed, name); });
}

/// The status of a preflight that passes; nothing where net/http has no such status. One from 100
/// to 199 it sends ahead of the answer, which then is 200; only 101 ends it.
std::optional<int> preflight_status(const Policy& policy) {
  constexpr std::int64_t lowest = 100;
  constexpr std::int64_t highest = 999;
  constexpr std::int64_t switching_protocols = 101;
  const auto status = policy.preflight_status.value.value_or(status_ok);
  if (status < lowest || status > highest) return std::nullopt;
  const bool comes_ahead = status < status_ok && status != switching_protocols;
  return static_cast<int>(comes_ahead ? status_ok : status);
}

void add_origin(const Exchange& exchange, const std::string& origin, Response& response) {
  const Policy& policy = exchange.policy;
  const bool everyone = admits_everyone(policy);
  if (is_on(policy.credentials))
    response.headers.push_back({"access-control-allow-credentials", "true"});
  if (!everyone && policy.origins.entries.size() > 1) add_to_vary(response, "Origin");
  response.headers.push_back({"access-control-allow-origin", everyone ? "*" : origin});
}

Response answer_options(const Exchange& exchange, const std::string& origin) {
  const Policy& policy = exchange.policy;
  const auto method = request_header(exchange, "access-control-request-method");
  if (!method) return {.status = status_bad_request, .headers = {}};
  if (!method_passes(policy, *method)) return {.status = status_method_not_allowed, .headers = {}};
  const auto names = names_to_permit(exchange);
  if (!names_pass(policy, names)) return {.status = status_forbidden, .headers = {}};
  const auto status = preflight_status(policy);
  if (!status) return {.status = status_server_error, .headers = {}};
  Response response{.status = *status, .headers = {}};
  if (!names.empty())
    response.headers.push_back({"access-control-allow-headers", joined(names, ",")});
  const auto seconds = std::min(policy.max_age.value.value_or(0), ten_minutes);
  if (seconds > 0) response.headers.push_back({"access-control-max-age", std::to_string(seconds)});
  if (!has(default_methods, *method))
    response.headers.push_back({"access-control-allow-methods", *method});
  add_origin(exchange, origin, response);
  return response;
}

Response answer_actual_request(const Exchange& exchange, const std::string& origin) {
  Response response;
  std::vector<std::string> exposed;
  for (auto& name : canonical_header_names(trimmed_entries(exchange.policy.exposed_headers)))
    if (!has(exposed, name)) exposed.push_back(std::move(name));
  if (!exposed.empty())
    response.headers.push_back({"access-control-expose-headers", joined(exposed, ",")});
  add_origin(exchange, origin, response);
  return response;
}

Response answer_as_gorilla(const Exchange& exchange) {
  const auto origin = request_header(exchange, "origin").value_or("");
  if (!origin_passes(exchange, origin)) return {};
  return exchange.request.method == "OPTIONS" ? answer_options(exchange, origin)
                                              : answer_actual_request(exchange, origin);
}

}  // namespace

constinit const Enforcer enforcer::gorilla{
    .name = "gorilla",
    .since = "1.5.1",
    .title = "gorilla/handlers",
    .summary = "the options of handlers.CORS of the Go library gorilla/handlers",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "gorilla/handlers sends `Access-Control-Allow-Origin: *` with "
        "`Access-Control-Allow-Credentials: true`, and browsers refuse that answer to every "
        "request with credentials",
    .empty_origins = EmptyOrigins::everybody,
    .empty_origins_text = "gorilla/handlers takes an empty list as `*`: every origin is admitted",
    .string_as_list_text =
        "gorilla/handlers takes no string where it reads a list: the program does not compile, or "
        "its reader makes one entry of it",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::not_supported,
    .exposed_wildcard = NameWildcard::literal,
    .method_check = MethodCheck::preflight_only,
    .name_check = NameCheck::compared,
    .vary = VaryBehaviour::always,
    .adds_safelisted_headers = false,
    .answer = answer_as_gorilla,
    .everyone_by_default = true,
    .evidence = "run on 1.5.1",
};

}  // namespace corslint
