#pragma once

#include <string_view>

#include "rules/enforcers/enforcer.h"
#include "rules/policy/policy.h"

namespace corslint {

/// Whether a policy lets an origin in. `undecided` where a variable or a pattern that RE2 cannot
/// run stands in the way and nothing else admits the origin.
enum class Admission { refused, admitted, undecided };

/// What the enforcer does with one origin, in the form in which browsers send it, under this
/// policy's lists, patterns and switch.
Admission admission_of(const Policy& policy, const Enforcer& enforcer, std::string_view origin);

/// Whether the enforcer certainly admits the origin.
bool admits(const Policy& policy, const Enforcer& enforcer, std::string_view origin);

/// Whether one text of the list admits the origin.
bool entry_admits(const Text& entry, const Enforcer& enforcer, std::string_view origin);

}  // namespace corslint
