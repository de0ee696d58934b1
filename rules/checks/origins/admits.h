#pragma once

#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// Whether a policy lets an origin in. `undecided` where a variable or a pattern that no automaton
/// expresses stands in the way and nothing else admits the origin.
enum class Admission { refused, admitted, undecided };

/// What the enforcer does with one origin, in the form in which browsers send it, under this
/// policy's lists, patterns and switch.
Admission admission_of(const Policy& policy, const Context& context, std::string_view origin);

}  // namespace corslint
