#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/enforcers/pattern_matchers.h"
#include "rules/fetch/request.h"
#include "rules/policy/span.h"

namespace corslint {

struct Enforcer;
struct Policy;

/// A request as it reaches the enforcer: `OPTIONS` with Access-Control-Request-* is a preflight,
/// and a Cookie is there where the browser sends credentials.
struct ServerRequest {
  std::string method = "GET";
  HeaderList headers;
};

/// What an answer depends on. An enforcer's answer is a `Response`: the status, 200 where the
/// request goes on to the application, which is taken to answer everything with 200 and without a
/// header of its own; and the CORS headers and Vary that are sent, in the order and with the
/// spelling of the program.
struct Exchange {
  const Policy& policy;
  const Enforcer& enforcer;
  const ServerRequest& request;
  PatternMatchers& matchers;
};

/// Why a program refuses a policy: what it says itself, and the place in the policy that it is
/// about.
struct StartFailure {
  std::string message;
  Span span;
};

/// Why the enforcer refuses the policy when it starts or loads it; nothing where it takes it.
std::optional<StartFailure> start_failure(const Policy& policy, const Enforcer& enforcer);

/// What the enforcer answers. Of a policy that it refuses to start with nothing is to be asked.
Response answer(const Exchange& exchange);

}  // namespace corslint
