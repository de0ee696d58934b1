#pragma once

#include <span>
#include <string_view>

#include "rules/rule.h"

namespace corslint {

namespace rules {
#define CORSLINT_RULE(name) extern const Rule name;
#include "rules/catalog.def"
#undef CORSLINT_RULE
}  // namespace rules

/// Every rule, once, in the order in which they run and are listed.
std::span<const Rule* const> catalog();

/// The rule of that name; none for any other text.
const Rule* find_rule(std::string_view id);

/// The rule whose name is nearest to `id`, for a suggestion; none if nothing is near.
const Rule* nearest_rule(std::string_view id);

}  // namespace corslint
