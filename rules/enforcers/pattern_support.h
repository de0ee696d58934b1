#pragma once

#include "rules/enforcers/enforcer.h"

namespace corslint {

/// Whether the enforcer has origin patterns at all.
inline bool reads_patterns(const Enforcer& enforcer) {
  return enforcer.pattern_syntax || enforcer.pattern_meaning != nullptr;
}

}  // namespace corslint
