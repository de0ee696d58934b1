#include "rules/pattern/state_sets.h"

#include <algorithm>
#include <utility>

namespace corslint::pattern {

StateSets::StateSets(const Automaton& automaton) : automaton_{automaton} {
  number_of({});
  number_of({0});
}

std::uint32_t StateSets::number_of(std::vector<State> states) {
  std::uint64_t hash = states.size();
  for (const State state : states) hash = (hash ^ state) * 0x9E3779B97F4A7C15U + (hash >> 29U);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto i = first; i != last; ++i)
    if (sets_[i->second].states == states) return i->second;
  const auto number = static_cast<std::uint32_t>(sets_.size());
  Set set;
  set.accepting = std::any_of(states.begin(), states.end(),
                              [&](State state) { return automaton_.accepting[state] != 0; });
  set.states = std::move(states);
  sets_.push_back(std::move(set));
  by_hash_.emplace(hash, number);
  return number;
}

std::uint32_t StateSets::step(std::uint32_t set, unsigned char c) {
  if (set == empty) return empty;
  if (sets_[set].next.empty()) sets_[set].next.assign(128, unknown);
  if (sets_[set].next[c] != unknown) return sets_[set].next[c];
  std::vector<State> states;
  for (const State state : sets_[set].states)
    for (const Edge& edge : automaton_.edges_of(state))
      if (edge.characters.contains(c)) states.push_back(edge.target);
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  const std::uint32_t number = number_of(std::move(states));
  sets_[set].next[c] = number;
  return number;
}

}  // namespace corslint::pattern
