#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/simulation.h"
#include "rules/policy/policy.h"
#include "rules/rule.h"

namespace corslint {

/// A policy and the program that enforces it.
struct EnforcedPolicy {
  const Policy& policy;
  const Enforcer& enforcer;
};

/// One request of a script, sent to the bad and to the good policy of a rule.
struct ExampleExchange {
  Simulation bad;
  Simulation good;
};

/// The response headers that a script reads with the answer beyond those that every script may
/// read; `*` for all of them.
std::vector<std::string> readable_headers(const Simulation& simulation);

/// The request that shows what a finding of the rule in `bad` comes to: where the rule is about a
/// weakness, one from an origin that gets in with `bad` alone, else one that works with `good`
/// alone; the other of the two where there is none of the first. Where nobody is treated
/// differently, one whose answers differ in what scripts read of them, else in how long or for whom
/// they may be kept; none where nothing differs, or where a pattern cannot be matched here. Tried
/// are the witness, the origins, methods and header names of both policies, and an origin that
/// nobody named.
std::optional<ExampleExchange> telling_exchange(const Rule& rule, const Finding& finding,
                                                const EnforcedPolicy& bad,
                                                const EnforcedPolicy& good,
                                                PatternMatchers& matchers);

}  // namespace corslint
