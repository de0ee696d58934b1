#pragma once

#include <string_view>
#include <vector>

#include "rules/policy/policy.h"
#include "rules/rule.h"

namespace corslint {

/// A fix that adds an origin behind the last entry of a list, in the way in which the list is
/// written; none where that cannot be done.
std::vector<Fix> added(const TextList& list, std::string_view origin);

}  // namespace corslint
