#pragma once

#include <string>

#include "rules/pattern/automaton.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// Why a pattern admits nothing that a browser sends, in words; found by asking the same question
/// of languages a little wider than that of origins. Empty where none of them is met either.
std::string unreachable_cause(const Automaton& automaton, const Tree& tree);

}  // namespace corslint::pattern
