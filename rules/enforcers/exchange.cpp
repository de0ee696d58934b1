#include "rules/enforcers/exchange.h"

#include "rules/enforcers/enforcer.h"
#include "rules/policy/policy.h"

namespace corslint {

std::optional<StartFailure> start_failure(const Policy& policy, const Enforcer& enforcer) {
  if (enforcer.start_failure == nullptr) return std::nullopt;
  return enforcer.start_failure(policy);
}

Response answer(const Exchange& exchange) {
  return exchange.enforcer.answer(exchange);
}

}  // namespace corslint
