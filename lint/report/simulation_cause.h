#pragma once

#include <optional>
#include <string>

#include "rules/enforcers/simulation.h"

namespace corslint {

/// What in the policy decides an exchange: one sentence without its full stop, and the place that
/// it is about, absent where the policy says nothing about it.
struct SimulationCause {
  std::string text;
  std::optional<Span> span;
};

/// Why the exchange that `simulate` gave for this policy and enforcer ended as it did. Found by
/// asking the enforcer again with less: without the headers, with a safelisted method.
SimulationCause simulation_cause(const Simulation& simulation, const Policy& policy,
                                 const Enforcer& enforcer, PatternMatchers& matchers);

}  // namespace corslint
