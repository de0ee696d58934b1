#pragma once

#include <optional>
#include <string>

#include "rules/enforcers/exchange.h"
#include "rules/fetch/cors_check.h"
#include "rules/fetch/request.h"

namespace corslint {

/// One exchange from the script's call to the browser's verdict. `request` is as the browser sends
/// it. `preflight_request` and `preflight_response` are there where the browser asks first.
/// `response` is what the enforcer answers to the request itself, also where the browser never
/// sends it because the preflight failed. `reason` is absent where the script may read the
/// response.
struct Simulation {
  Request request;
  std::optional<StartFailure> start_failure;
  std::optional<ServerRequest> preflight_request;
  std::optional<Response> preflight_response;
  ServerRequest server_request;
  Response response;
  std::optional<BlockReason> reason;
};

/// Answers a script's request as the enforcer would, and judges the answers as a browser would.
/// A request with credentials carries a cookie; the preflight never does.
Simulation simulate(const Policy& policy, const Enforcer& enforcer, const Request& request,
                    PatternMatchers& matchers);

}  // namespace corslint
