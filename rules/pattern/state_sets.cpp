#include "rules/pattern/state_sets.h"

#include <algorithm>
#include <utility>

namespace corslint::pattern {

namespace {

// Single characters, of which a pattern has most, are split off at the end and once each.
std::vector<CharacterClass> classes_of(const Automaton& automaton) {
  std::vector<CharacterClass> classes = {every_character};
  CharacterClass single;
  CharacterClass last;
  for (const Edge& edge : automaton.edges) {
    if (edge.characters.single())
      single = single | edge.characters;
    else if (edge.characters != last)
      split_classes(classes, edge.characters);
    last = edge.characters;
  }
  for_each_character(single, [&](unsigned char c) { split_classes(classes, one_of(c)); });
  return classes;
}

}  // namespace

StateSets::StateSets(const Automaton& automaton)
    : automaton_{automaton}, classes_{classes_of(automaton)} {
  for (std::size_t i = 0; i < classes_.size(); ++i)
    for_each_character(classes_[i],
                       [&](unsigned char c) { class_of_[c] = static_cast<std::uint8_t>(i); });
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

std::uint32_t StateSets::step(std::uint32_t set, std::size_t class_number) {
  if (set == empty) return empty;
  Set& from = sets_[set];
  if (from.next.empty()) from.next.assign(classes_.size(), unknown);
  if (from.next[class_number] != unknown) return from.next[class_number];
  const CharacterClass characters = classes_[class_number];
  std::vector<State> states;
  for (const State state : from.states)
    for (const Edge& edge : automaton_.edges_of(state))
      if (edge.characters.intersects(characters)) states.push_back(edge.target);
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  const std::uint32_t number = number_of(std::move(states));
  sets_[set].next[class_number] = number;
  return number;
}

std::vector<std::pair<std::uint32_t, CharacterClass>> StateSets::targets(
    std::uint32_t set, CharacterClass characters) {
  std::vector<std::pair<std::uint32_t, CharacterClass>> result;
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    const CharacterClass read = classes_[i] & characters;
    if (read.empty()) continue;
    const std::uint32_t target = step(set, i);
    const auto known = std::find_if(result.begin(), result.end(),
                                    [&](const auto& entry) { return entry.first == target; });
    if (known == result.end())
      result.emplace_back(target, read);
    else
      known->second = known->second | read;
  }
  return result;
}

}  // namespace corslint::pattern
