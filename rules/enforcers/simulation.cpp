#include "rules/enforcers/simulation.h"

#include "rules/enforcers/enforcer.h"
#include "rules/fetch/preflight.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

constexpr int first_refusing_status = 400;

ServerRequest as_server_request(const Request& request) {
  ServerRequest result{.method = request.method, .headers = request.headers};
  result.headers.push_back({"origin", request.origin});
  if (request.credentials_mode == CredentialsMode::include)
    result.headers.push_back({"cookie", "session=1"});
  return result;
}

std::optional<BlockReason> judge_response(const Request& request, const Response& response) {
  if (response.status >= first_refusing_status) return BlockReason::server_refused;
  return cors_check(request, response);
}

/// The answer as it arrives: HTTP takes the whitespace around a header's value away.
/// https://httpwg.org/specs/rfc9112.html#header.field.syntax
Response received(Response response) {
  for (auto& header : response.headers) header.value = normalized_value(header.value);
  return response;
}

/// The exchange before anything is answered.
Simulation begun(const Request& request) {
  Simulation result;
  result.request = as_sent(request);
  result.server_request = as_server_request(result.request);
  return result;
}

}  // namespace

bool is_request_sent(const Simulation& simulation) {
  return !simulation.start_failure && !simulation.preflight_reason;
}

Simulation simulate(const Request& request, const Server& server) {
  Simulation result = begun(request);
  result.response = received(server(result.server_request));
  if (needs_preflight(result.request)) {
    result.preflight_request =
        ServerRequest{.method = "OPTIONS", .headers = preflight_headers(result.request)};
    result.preflight_response = received(server(*result.preflight_request));
    result.preflight_reason = judge_preflight(result.request, *result.preflight_response);
  }
  result.reason = result.preflight_reason ? result.preflight_reason
                                          : judge_response(result.request, result.response);
  return result;
}

Simulation simulate(const Policy& policy, const Enforcer& enforcer, const Request& request,
                    PatternMatchers& matchers) {
  if (auto failure = start_failure(policy, enforcer)) {
    Simulation result = begun(request);
    result.start_failure = std::move(failure);
    result.reason = BlockReason::startup_failure;
    return result;
  }
  return simulate(request, [&](const ServerRequest& sent) {
    return answer({policy, enforcer, sent, matchers});
  });
}

}  // namespace corslint
