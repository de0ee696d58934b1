#pragma once

#include <optional>

#include "rules/pattern/automaton.h"

namespace corslint::pattern {

/// What either automaton accepts.
Automaton unite(const Automaton& a, const Automaton& b);

/// What both accept; nothing above `state_limit` states.
std::optional<Automaton> intersect(const Automaton& a, const Automaton& b, std::size_t state_limit);

/// What `a` accepts, `b` does not, and a browser can send; nothing above `set_limit` sets of states
/// of `b`.
std::optional<Automaton> subtract(const Automaton& a, const Automaton& b, std::size_t set_limit);

/// What a browser can send, as one automaton.
const Automaton& every_sendable_origin();

}  // namespace corslint::pattern
