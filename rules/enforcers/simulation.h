#pragma once

#include <functional>
#include <optional>

#include "rules/enforcers/exchange.h"
#include "rules/fetch/cors_check.h"
#include "rules/fetch/request.h"

namespace corslint {

/// One exchange from the script's call to the browser's verdict. `request` is as the browser makes
/// it. `preflight_request` and `preflight_response` are there where the browser asks first, and
/// `preflight_reason` where the answer to that keeps it from sending the request. `response` is
/// what the server answers to the request itself, also where the browser never sends it. `reason`
/// is absent where the script may read the response. Where the server does not start, nothing is
/// answered.
struct Simulation {
  Request request;
  std::optional<StartFailure> start_failure;
  std::optional<ServerRequest> preflight_request;
  std::optional<Response> preflight_response;
  std::optional<BlockReason> preflight_reason;
  ServerRequest server_request;
  Response response;
  std::optional<BlockReason> reason;
};

/// Whether the browser sends the request itself: the server runs, and no preflight failed.
bool is_request_sent(const Simulation& simulation);

/// What answers requests, preflights among them.
using Server = std::function<Response(const ServerRequest&)>;

/// Sends a script's request to the server as a browser would, and judges the answers as it would.
/// A request with credentials carries a cookie; the preflight never does. A response with a status
/// of 400 or more is `server_refused`: browsers let scripts read it where the CORS check allows
/// that, but it is not what the script asked for.
Simulation simulate(const Request& request, const Server& server);

/// The same with the enforcer of a policy as the server. `answer` of the enforcer has to be there.
Simulation simulate(const Policy& policy, const Enforcer& enforcer, const Request& request,
                    PatternMatchers& matchers);

}  // namespace corslint
