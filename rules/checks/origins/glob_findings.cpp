#include "rules/checks/origins/glob_findings.h"

#include "rules/checks/any_origin.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {

std::vector<GlobEntry> globs_of_breadth(const Context& context, GlobBreadth breadth) {
  std::vector<GlobEntry> found;
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind != EntryKind::glob) continue;
    const Glob glob = glob_of(entry.value());
    if (breadth_of(glob) != breadth) continue;
    const bool lets_in = admits(entry.meaning, attacker_of(glob), context.matchers);
    if (breadth != GlobBreadth::bounded && !lets_in) continue;
    found.push_back({entry, glob});
  }
  return found;
}

std::string stranger_consequence(const Policy& policy, const Enforcer& enforcer,
                                 std::string_view attacker) {
  return in_backticks(attacker) + " is let in" +
         (allows_credentials(policy, enforcer) ? " and reads with the user's cookies"
                                               : " and reads the answers");
}

}  // namespace corslint
