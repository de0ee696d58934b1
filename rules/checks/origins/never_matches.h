#pragma once

#include <string>
#include <string_view>

#include "rules/enforcers/enforcer.h"

namespace corslint {

/// The sentence that explains why an entry never matches: what the browser sends instead, and how
/// this enforcer compares the two.
std::string never_matches(const Enforcer& enforcer, std::string_view sent);

}  // namespace corslint
