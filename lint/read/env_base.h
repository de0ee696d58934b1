#pragma once

#include <map>
#include <string>
#include <string_view>

#include "rules/policy/policy.h"

namespace corslint {

/// Puts variables of the files that are loaded together with an env file into the entries of a
/// policy that its own file left unresolved. A variable that holds several values gives several
/// entries at its place; one that is not among `variables` stays as it is, and so does an entry
/// with an escape.
void resolve_from_base(Policy& policy, std::string_view file_text,
                       const std::map<std::string, std::string, std::less<>>& variables);

}  // namespace corslint
