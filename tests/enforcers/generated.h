#pragma once

#include <vector>

#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"
#include "tests/enforcers/pool.h"
#include "tests/fuzz/pattern_generator.h"

namespace corslint::tests {

/// A random policy made of the pool's entries. Each of its leaves has a span of its own that is
/// not empty and lies within the policy's.
Policy random_policy(Chance& chance, const Pool& pool);

/// Requests that a policy is asked with: preflights and actual requests from origins that it
/// names, that nearly look like them, that its patterns match, and from the pool; without an
/// Origin; with and without a cookie; `OPTIONS` that is no preflight; requested headers with
/// blanks, in other case, with empty elements.
std::vector<ServerRequest> random_requests(Chance& chance, const Pool& pool, const Policy& policy,
                                           const Enforcer& enforcer);

}  // namespace corslint::tests
