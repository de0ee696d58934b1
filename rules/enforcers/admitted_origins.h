#pragma once

#include "rules/enforcers/enforcer.h"
#include "rules/pattern/origin_set.h"
#include "rules/policy/policy.h"

namespace corslint {

/// Whom a policy admits under an enforcer. `complete` is false where a variable or a pattern that
/// cannot be read stands in the way: then the policy may admit more than `set`.
struct AdmittedOrigins {
  OriginSet set;
  bool complete = true;
};

/// The union of what the policy's switch, entries, globs and patterns admit, as this enforcer reads
/// them.
AdmittedOrigins admitted_origins(const Policy& policy, const Enforcer& enforcer);

}  // namespace corslint
