#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rules/pattern/automaton.h"

namespace corslint::pattern {

/// A set of marks on a state: bit n is set where the n-th language accepts what was read.
using Marks = std::uint32_t;

/// A deterministic automaton whose states carry marks; state 0 is the start. Characters without an
/// edge lead nowhere.
struct Deterministic {
  struct Step {
    CharacterClass characters;
    State target = 0;
  };
  std::vector<std::uint32_t> first_step = {0};
  std::vector<Step> steps;
  std::vector<Marks> marks;

  std::size_t size() const { return marks.size(); }
  std::span<const Step> steps_of(State state) const {
    return {steps.data() + first_step[state], steps.data() + first_step[state + 1]};
  }
  State next(State state, unsigned char c) const;
};

/// Reads all `automata` at once: state marks have bit n where the n-th accepts. Nothing above
/// `state_limit` states.
std::optional<Deterministic> determinize(std::span<const Automaton> automata,
                                         std::size_t state_limit);

/// The smallest automaton with the same marks on every text, without the states from which no mark
/// of `wanted` can be reached.
Deterministic minimize(const Deterministic& automaton, Marks wanted);

}  // namespace corslint::pattern
