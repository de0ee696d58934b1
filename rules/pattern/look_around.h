#pragma once

#include <optional>

#include "rules/pattern/automaton.h"
#include "rules/pattern/program.h"

namespace corslint::pattern {

/// The automaton of a program in which groups look ahead or behind; nothing above 200,000 states.
std::optional<Automaton> build_looking_automaton(const Program& program, const Tree& tree);

}  // namespace corslint::pattern
