#pragma once

#include <string>
#include <vector>

#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/glob.h"
#include "rules/rule.h"

namespace corslint {

/// A glob that the enforcer reads, with its parts.
struct GlobEntry {
  Entry entry;
  Glob glob;
};

/// The globs of a policy that reach as far as `breadth`, written so that they can match at all.
std::vector<GlobEntry> globs_of_breadth(const Context& context, GlobBreadth breadth);

/// What it means that everybody whom `attacker` stands for is let in, with credentials or without.
std::string stranger_consequence(const Policy& policy, const Enforcer& enforcer,
                                 std::string_view attacker);

}  // namespace corslint
