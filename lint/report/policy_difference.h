#pragma once

#include <string>
#include <vector>

#include "lint/run/policy_difference.h"

namespace corslint {

/// What `corslint diff` prints: for each policy who and what was gained (`+`) and lost (`-`), with
/// an origin that shows it.
std::string differences_text(const std::vector<PolicyDifference>& differences);

/// The same as a JSON document: `gained` says whether anybody gained anything, `policies` has the
/// rest.
std::string differences_json(const std::vector<PolicyDifference>& differences);

}  // namespace corslint
