#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/pattern/automaton.h"
#include "rules/pattern/origin_language.h"

namespace corslint::pattern {

/// What an automaton and a part of the origin language both accept, explored breadth first: state 0
/// is the start, and a smaller state is reached by a text no longer than a greater one. Every state
/// but the start leads to an origin.
struct Product {
  struct Step {
    CharacterClass characters;
    State target = 0;
    std::uint32_t edge = 0;  // of the automaton
  };
  std::vector<State> automaton_states;
  std::vector<State> part_states;
  std::vector<Marks> marks;  // of the part; origin marks only where the automaton accepts as well
  std::vector<Marks> ahead;  // the origin marks of all states that can be reached from each
  std::vector<std::uint32_t> first_step = {0};
  std::vector<Step> steps;
  std::vector<State> parents;
  std::vector<CharacterClass> parent_characters;

  std::size_t size() const { return marks.size(); }
  bool accepts_nothing() const { return (ahead.front() & mark::origin) == 0; }
  /// Whether an origin with a mark of `wanted`, one of the origin marks, lies at or behind `state`.
  bool leads_to(State state, Marks wanted) const { return (ahead[state] & wanted) != 0; }
  std::span<const Step> steps_of(State state) const {
    return {steps.data() + first_step[state], steps.data() + first_step[state + 1]};
  }
};

/// Explores the product on texts of `characters`; nothing above 500,000 states and four
/// for each state of the automaton.
std::optional<Product> explore(const Automaton& automaton, OriginPart part,
                               CharacterClass characters = every_character);

/// The shortest text that leads to `state`, of its kind the one that reads best.
std::string shortest_text(const Product& product, State state);

/// The character of `characters` that reads best in an example.
unsigned char telling_character(CharacterClass characters);

}  // namespace corslint::pattern
