#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/pattern/product.h"

namespace corslint::pattern {

/// Whether the class of `edge` is wide: ten or more characters that a label may hold, so that it
/// stands for names nobody wrote down. Where `tree` is not null, its node tells what was written.
bool is_wide(const Edge& edge, const Tree* tree);

/// The hosts of the domain origins of a product, read from right to left. States are numbered anew;
/// a step leads from a state to one before it.
struct HostAutomaton {
  struct Step {
    CharacterClass characters;
    State target = 0;
    bool wide = false;
    NodeIndex node = no_node;
  };
  std::vector<std::uint32_t> first_step = {0};
  std::vector<Step> steps;
  std::vector<std::uint8_t> starts;    // the host begins here
  std::vector<std::uint8_t> extended;  // what may stand before this place has no bound
  std::vector<State> ends;             // sorted; the host may end here
  std::vector<State> product_states;   // where each state lies in the product

  std::size_t size() const { return product_states.size(); }
  std::span<const Step> steps_of(State state) const {
    return {steps.data() + first_step[state], steps.data() + first_step[state + 1]};
  }
};

/// The hosts of all domain origins in `product`, whose steps came from `automaton`; `tree` is what
/// the automaton was made from, or null.
HostAutomaton reverse_hosts(const Product& product, const Automaton& automaton, const Tree* tree);

}  // namespace corslint::pattern
