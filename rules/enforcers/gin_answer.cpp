// gin-contrib/cors. A request without Origin, or from the server's own, passes untouched. Every
// other from an origin that is not admitted ends with 403, whatever its method. `OPTIONS` from an
// admitted origin ends here, asked for or not. The header lists are the same for every request.

#include "rules/enforcers/gin_answer.h"

#include <algorithm>
#include <set>

#include "rules/enforcers/answering.h"
#include "rules/enforcers/gin_origins.h"
#include "rules/enforcers/go_header_names.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr int status_no_content = 204;
constexpr int status_forbidden = 403;
constexpr int status_server_error = 500;
constexpr std::int64_t twelve_hours = 43200;

void take(std::vector<std::string>& setting, const TextList& list) {
  if (is_set(list)) setting = values_of(list);
}

/// Without blanks around them, in lower case, each once.
std::vector<std::string> normalized(const std::vector<std::string>& values) {
  std::vector<std::string> result;
  std::set<std::string, std::less<>> seen;
  for (const auto& value : values) {
    auto text = ascii_lowered(stripped(value));
    if (seen.insert(text).second) result.push_back(std::move(text));
  }
  return result;
}

std::string header_list(const std::vector<std::string>& names) {
  return joined(canonical_header_names(normalized(names)), ",");
}

bool admits_everyone(const GinSettings& settings) {
  return settings.all_origins ||
         std::find(settings.origins.begin(), settings.origins.end(), "*") != settings.origins.end();
}

bool is_own_origin(const Exchange& exchange, std::string_view origin) {
  const auto host = request_header(exchange, "host");
  return host && (origin == "http://" + *host || origin == "https://" + *host);
}

void add_credentials(const GinSettings& settings, HeaderList& headers) {
  if (settings.credentials) headers.push_back({"access-control-allow-credentials", "true"});
}

void add_preflight_headers(const GinSettings& settings, HeaderList& headers) {
  add_credentials(settings, headers);
  if (!settings.methods.empty())
    headers.push_back(
        {"access-control-allow-methods", ascii_uppered(joined(normalized(settings.methods), ","))});
  if (!settings.headers.empty())
    headers.push_back({"access-control-allow-headers", header_list(settings.headers)});
  if (settings.max_age > 0)
    headers.push_back({"access-control-max-age", std::to_string(settings.max_age)});
  if (settings.private_network) headers.push_back({"access-control-allow-private-network", "true"});
}

Response answer_preflight(const GinSettings& settings) {
  Response response{.status = settings.preflight_status, .headers = {}};
  if (response.status == 0) response.status = status_no_content;
  add_preflight_headers(settings, response.headers);
  if (admits_everyone(settings)) return response;
  add_to_vary(response, "Origin");
  add_to_vary(response, "Access-Control-Request-Method");
  add_to_vary(response, "Access-Control-Request-Headers");
  return response;
}

Response answer_actual_request(const GinSettings& settings) {
  Response response;
  add_credentials(settings, response.headers);
  if (!settings.exposed_headers.empty())
    response.headers.push_back(
        {"access-control-expose-headers", header_list(settings.exposed_headers)});
  if (!admits_everyone(settings)) add_to_vary(response, "Origin");
  return response;
}

}  // namespace

GinSettings gin_settings(const Policy& policy, GinVersion version) {
  GinSettings settings{
      .version = version,
      .wildcards = is_on(policy.origin_globs) ? GinWildcards::on : GinWildcards::off,
      .all_origins = is_on(policy.any_origin),
      .credentials = is_on(policy.credentials),
      .private_network = version >= GinVersion::since_1_6 && is_on(policy.private_network),
      .origins = values_of(policy.origins),
      .methods = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"},
      .headers = {"Origin", "Content-Length", "Content-Type"},
      .max_age = policy.max_age.value.value_or(twelve_hours),
  };
  take(settings.methods, policy.methods);
  take(settings.headers, policy.headers);
  take(settings.exposed_headers, policy.exposed_headers);
  if (version >= GinVersion::since_1_7)
    settings.preflight_status = static_cast<int>(policy.preflight_status.value.value_or(0));
  return settings;
}

Response gin_answer(const Exchange& exchange, const GinSettings& settings) {
  const auto origin = request_header(exchange, "origin").value_or("");
  if (origin.empty() || is_own_origin(exchange, origin)) return {};
  const bool everyone = admits_everyone(settings);
  if (!everyone) {
    const auto match = gin_match(settings, origin, exchange.matchers);
    if (match == GinMatch::panics) return {.status = status_server_error, .headers = {}};
    if (match == GinMatch::no) return {.status = status_forbidden, .headers = {}};
  }
  auto response = exchange.request.method == "OPTIONS" ? answer_preflight(settings)
                                                       : answer_actual_request(settings);
  response.headers.push_back({"access-control-allow-origin", everyone ? "*" : origin});
  return response;
}

}  // namespace corslint
