#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/read/shapes/shape.h"

namespace corslint {

/// The environment that the way to a place names: `production` for `[production.cors]` and
/// `[env.production.cors]`; the innermost name counts. `unknown` where none is named.
Environment environment_of_place(const Place& place);

/// `path_name` without the names of environments and without `env` and `default` around them, so
/// that `[cors]`,
/// `[default.cors]` and `[env.production.cors]` have one name: they are one policy in several
/// environments.
std::string name_without_environment(const Place& place, const SourceFile& file);

/// Gives each policy with an environment what it does not set itself from the policy of the same
/// name without one. How many policies are complete then: fewer than there are where lists grow to
/// more than `most_entries_in_all` on the way.
std::size_t inherit_from_defaults(std::vector<Policy>& policies);

}  // namespace corslint
