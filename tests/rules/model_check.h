#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/run/diagnostic.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/pattern_matchers.h"

namespace corslint::test {

/// What came of asking the models of a file's enforcers whether its findings are true: how many
/// questions of each kind were asked, and one line for each answer that contradicts a finding.
struct ModelCheck {
  std::size_t witnesses = 0;       ///< an origin that a finding names as let in, or as refused
  std::size_t dead_entries = 0;    ///< an entry that a finding says admits nobody
  std::size_t silent_entries = 0;  ///< an origin in the list about which nothing is said
  std::size_t sound_requests = 0;  ///< a request that a policy without findings is there for
  std::size_t refused_names = 0;   ///< a method or header that a finding says is not permitted
  std::vector<std::string> contradictions = {};
};

/// Whether every pattern of the policy can be matched, so that its enforcer's model can answer.
bool can_match_patterns(const Policy& policy, const Enforcer& enforcer, PatternMatchers& matchers);

/// Asks the model of each policy's enforcer, which knows nothing of the rules: whether it lets the
/// witnesses in, whether it refuses the origin of an entry that admits nobody, whether it lets the
/// origin of each other entry in, whether its answers vary and headers are refused where a finding
/// says so, and whether a policy without findings lets its origins send what it names. Left out are
/// policies that do not start, and those with a pattern that cannot be matched.
ModelCheck check_against_model(const FileReport& report, Format format);

}  // namespace corslint::test
