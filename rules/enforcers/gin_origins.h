#pragma once

#include <string_view>

#include "rules/enforcers/gin_answer.h"
#include "rules/enforcers/pattern_matchers.h"

namespace corslint {

/// What comparing an Origin with a list of entries comes to: before one admits it, a pattern that
/// does not compile may be reached.
enum class GinMatch { no, yes, panics };

/// Compares the origin with the settings' entries, none of which is `*`, in their order.
GinMatch gin_match(const GinSettings& settings, std::string_view origin, PatternMatchers& matchers);

}  // namespace corslint
