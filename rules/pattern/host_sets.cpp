#include "rules/pattern/host_sets.h"

#include <algorithm>
#include <utility>

namespace corslint::pattern {
namespace {

std::uint64_t hash_of(const std::vector<State>& states) {
  std::uint64_t hash = states.size();
  for (const State state : states) hash = (hash ^ state) * 0x9E3779B97F4A7C15U + (hash >> 29U);
  return hash;
}

}  // namespace

HostSets::HostSets(const HostAutomaton& hosts, Reading reading) : hosts_{hosts}, reading_{reading} {
  number_of({});
}

SetNumber HostSets::number_of(std::vector<State> states) {
  const std::uint64_t hash = hash_of(states);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto i = first; i != last; ++i)
    if (sets_[i->second].states == states) return i->second;
  const auto number = static_cast<SetNumber>(sets_.size());
  Set set;
  for (const State state : states) {
    set.starts = set.starts || hosts_.starts[state] != 0;
    set.extended = set.extended || hosts_.extended[state] != 0;
    for (const auto& step : hosts_.steps_of(state)) set.readable = set.readable | taken(step);
  }
  set.states = std::move(states);
  sets_.push_back(std::move(set));
  by_hash_.emplace(hash, number);
  return number;
}

SetNumber HostSets::ends() {
  std::vector<State> states = hosts_.ends;
  for (const State end : hosts_.ends)
    for (const auto& step : hosts_.steps_of(end))
      if (step.characters.contains('.')) states.push_back(step.target);
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  return number_of(std::move(states));
}

SetNumber HostSets::step(SetNumber set, unsigned char c) {
  Set& from = sets_[set];
  if (!from.readable.contains(c)) return empty_set;
  if (from.next.empty()) from.next.assign(128, unknown);
  if (from.next[c] != unknown) return from.next[c];
  std::vector<State> states;
  for (const State state : from.states)
    for (const auto& step : hosts_.steps_of(state))
      if (taken(step).contains(c)) states.push_back(step.target);
  std::sort(states.begin(), states.end());
  states.erase(std::unique(states.begin(), states.end()), states.end());
  const SetNumber number = number_of(std::move(states));
  sets_[set].next[c] = number;
  return number;
}

SetNumber HostSets::read(SetNumber set, std::string_view text) {
  for (auto c = text.rbegin(); c != text.rend() && set != empty_set; ++c)
    set = step(set, static_cast<unsigned char>(*c));
  return set;
}

}  // namespace corslint::pattern
