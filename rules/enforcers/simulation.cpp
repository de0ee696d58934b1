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
  if (const auto reason = cors_check(request, response)) {
    return response.status >= first_refusing_status ? BlockReason::server_refused : *reason;
  }
  if (response.status >= first_refusing_status) return BlockReason::server_refused;
  return std::nullopt;
}

}  // namespace

Simulation simulate(const Policy& policy, const Enforcer& enforcer, const Request& request,
                    PatternMatchers& matchers) {
  Simulation result;
  result.request = as_sent(request);
  result.server_request = as_server_request(result.request);
  result.start_failure = start_failure(policy, enforcer);
  if (needs_preflight(result.request))
    result.preflight_request =
        ServerRequest{.method = "OPTIONS", .headers = preflight_headers(result.request)};
  if (result.start_failure) {
    result.reason = BlockReason::startup_failure;
    return result;
  }
  result.response = answer({policy, enforcer, result.server_request, matchers});
  if (result.preflight_request) {
    result.preflight_response = answer({policy, enforcer, *result.preflight_request, matchers});
    result.reason = judge_preflight(result.request, *result.preflight_response);
  }
  if (!result.reason) result.reason = judge_response(result.request, result.response);
  return result;
}

}  // namespace corslint
