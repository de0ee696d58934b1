#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/analysis.h"
#include "rules/policy/policy.h"

namespace corslint {

/// Origins that came in or went out. `witness` is one of them; `sites` are the registrable domains
/// under which they lie.
struct OriginChange {
  std::string witness;
  AdmittedSites sites;
};

/// What changed in one list of names, in the order of the lists.
struct NameChange {
  std::vector<std::string> gained;
  std::vector<std::string> lost;
};

/// What changed between two policies of one name and environment, or what one policy amounts to
/// where the other is missing. `decided` is false where the bounds of the analysis were reached or
/// something in a list cannot be known; then there may be more than what is named.
struct PolicyDifference {
  enum class Presence { both, only_old, only_new };
  std::string name;
  Environment environment = Environment::unknown;
  Presence presence = Presence::both;
  bool decided = true;
  std::optional<OriginChange> gained;
  std::optional<OriginChange> lost;
  NameChange methods;
  NameChange headers;
  NameChange exposed_headers;
  std::optional<bool> credentials_turned_on;
};

/// The differences between the policies of two files, matched by name and environment, in the order
/// of the new file, those that are gone at the end. A single policy on each side matches whatever
/// its name. Pairs without a difference are left out.
std::vector<PolicyDifference> differences(const std::vector<Policy>& before,
                                          const std::vector<Policy>& after);

/// Whether the change gives anybody anything: origins, methods, headers, or credentials; or may do
/// so undecided.
bool gains_access(const PolicyDifference& difference);

}  // namespace corslint
