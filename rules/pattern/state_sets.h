#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/pattern/automaton.h"

namespace corslint::pattern {

/// The sets of states of an automaton that texts lead to, made as they are asked for; steps are
/// remembered. Set 0 is the empty one, set 1 the start.
class StateSets {
 public:
  explicit StateSets(const Automaton& automaton);

  static constexpr std::uint32_t empty = 0;
  static constexpr std::uint32_t start = 1;

  /// Where `characters` lead from `set`: each set once, with those that lead to it.
  std::vector<std::pair<std::uint32_t, CharacterClass>> targets(std::uint32_t set,
                                                                CharacterClass characters);
  /// Where the ASCII character `c` leads from `set`.
  std::uint32_t next(std::uint32_t set, unsigned char c) { return step(set, class_of_[c]); }
  /// In rising order.
  std::span<const State> states(std::uint32_t set) const { return sets_[set].states; }
  bool accepting(std::uint32_t set) const { return sets_[set].accepting; }
  std::size_t size() const { return sets_.size(); }

 private:
  struct Set {
    std::vector<State> states;  // sorted
    std::vector<std::uint32_t> next;
    bool accepting = false;
  };
  static constexpr std::uint32_t unknown = ~std::uint32_t{0};

  std::uint32_t number_of(std::vector<State> states);
  std::uint32_t step(std::uint32_t set, std::size_t class_number);

  const Automaton& automaton_;
  std::vector<CharacterClass> classes_;  // between which no edge of the automaton tells
  std::array<std::uint8_t, 128> class_of_{};
  std::deque<Set> sets_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_hash_;
};

}  // namespace corslint::pattern
