#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "rules/pattern/character_class.h"
#include "rules/pattern/syntax.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

using State = std::uint32_t;
inline constexpr State no_state = ~State{0};

/// A step from one state to another on one character out of a class. `node` is the place in the
/// tree that reads the character, or `no_node` for text outside the pattern.
struct Edge {
  CharacterClass characters;
  State target = 0;
  NodeIndex node = no_node;
};

/// A nondeterministic automaton without empty steps; state 0 is the start. Every state lies on a
/// path to an accepting one, save the start of an empty language.
struct Automaton {
  std::vector<std::uint32_t> first_edge = {0, 0};  // of each state, and the number of edges
  std::vector<Edge> edges;
  std::vector<std::uint8_t> accepting = {0};

  std::size_t size() const { return accepting.size(); }
  std::span<const Edge> edges_of(State state) const {
    return {edges.data() + first_edge[state], edges.data() + first_edge[state + 1]};
  }
};

/// The automaton of everything that `tree` matches in `mode`; nothing where it would exceed the
/// bounds of 1,500,000 states or 5,000,000 edges. Groups that look around are followed exactly,
/// at most 200,000 states of them, and not inside one another.
std::optional<Automaton> build_automaton(const Tree& tree, MatchMode mode);

/// Whether the automaton accepts `text`; never where `text` is not ASCII.
bool accepts(const Automaton& automaton, std::string_view text);

/// `automaton` without the states from which nothing can be accepted.
Automaton without_dead_states(const Automaton& automaton);

}  // namespace corslint::pattern
