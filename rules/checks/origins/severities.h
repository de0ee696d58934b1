#pragma once

#include "rules/policy/policy.h"
#include "rules/rule.h"

namespace corslint {

/// Whether the policy is for a developer's own machine or a test run.
inline bool is_for_development(const Policy& policy) {
  return policy.environment == Environment::development || policy.environment == Environment::test;
}

/// Whether the policy guards what the public uses.
inline bool is_for_production(const Policy& policy) {
  return policy.environment == Environment::production;
}

}  // namespace corslint
