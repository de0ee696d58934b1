#pragma once

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/policy/policy.h"

namespace corslint {

/// What an entry of the list of header names is where the enforcer may take it for a pattern:
/// Flask-CORS reads the list as it reads that of origins.
enum class HeaderPattern { no, compiles, broken };

/// Whether the enforcer takes this entry among header names for a pattern, and whether it compiles.
HeaderPattern header_pattern(const Text& entry, const Policy& policy, const Enforcer& enforcer);

}  // namespace corslint
