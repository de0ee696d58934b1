#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/pattern/automaton.h"
#include "rules/pattern/deterministic.h"

namespace corslint::pattern {

/// What an automaton and a part of the origin language both accept, explored breadth first: state 0
/// is the start, and a smaller state is reached by a text no longer than a greater one.
struct Product {
  struct Step {
    CharacterClass characters;
    State target = 0;
    std::uint32_t edge = 0;  // of the automaton
  };
  std::vector<State> automaton_states;
  std::vector<State> part_states;
  std::vector<Marks> marks;  // of the part; origin marks only where the automaton accepts as well
  std::vector<std::uint32_t> first_step = {0};
  std::vector<Step> steps;
  std::vector<State> parents;
  std::vector<CharacterClass> parent_characters;

  std::size_t size() const { return marks.size(); }
  std::span<const Step> steps_of(State state) const {
    return {steps.data() + first_step[state], steps.data() + first_step[state + 1]};
  }
};

/// Explores the product; nothing above 4,000,000 states.
std::optional<Product> explore(const Automaton& automaton, const Deterministic& part);

/// The shortest text that leads to `state`, of its kind the one that reads best.
std::string shortest_text(const Product& product, State state);

/// For each state whether one with a mark of `wanted` can be reached from it.
std::vector<std::uint8_t> states_leading_to(const Product& product, Marks wanted);

/// The character of `characters` that reads best in an example.
unsigned char telling_character(CharacterClass characters);

}  // namespace corslint::pattern
