#include "rules/pattern/set_operations.h"

#include <array>
#include <utility>

#include "rules/pattern/origin_language.h"
#include "rules/pattern/pair_index.h"
#include "rules/pattern/state_sets.h"

namespace corslint::pattern {
namespace {

Automaton as_automaton(const OriginLanguage& part) {
  Automaton result;
  result.first_edge.assign(part.first_step.begin(), part.first_step.end());
  result.accepting.clear();
  for (const Marks marks : part.marks)
    result.accepting.push_back((marks & mark::origin) != 0 ? 1 : 0);
  for (const auto& step : part.steps) result.edges.push_back({step.characters, step.target});
  return result;
}

// Copies the edges of `from`, whose states lie `shift` further on in `to`.
void append_edges(Automaton& to, const Automaton& from, State state, State shift) {
  for (const Edge& edge : from.edges_of(state))
    to.edges.push_back({edge.characters, edge.target + shift});
}

void append_states(Automaton& to, const Automaton& from, State shift) {
  for (State state = 0; state < from.size(); ++state) {
    append_edges(to, from, state, shift);
    to.first_edge.push_back(static_cast<std::uint32_t>(to.edges.size()));
    to.accepting.push_back(from.accepting[state]);
  }
}

}  // namespace

// A new start has the edges of both starts.
Automaton unite(const Automaton& a, const Automaton& b) {
  Automaton result;
  result.first_edge = {0};
  const auto behind_a = static_cast<State>(a.size() + 1);
  append_edges(result, a, 0, 1);
  append_edges(result, b, 0, behind_a);
  result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  result.accepting = {
      static_cast<std::uint8_t>(a.accepting[0] != 0 || b.accepting[0] != 0 ? 1 : 0)};
  append_states(result, a, 1);
  append_states(result, b, behind_a);
  return result;
}

std::optional<Automaton> intersect(const Automaton& a, const Automaton& b,
                                   std::size_t state_limit) {
  Automaton result;
  result.first_edge = {0};
  result.accepting.clear();
  PairIndex index{a.size(), b.size()};
  std::vector<std::pair<State, State>> pairs = {{0, 0}};
  index.find_or_add(0, 0);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs.size() > state_limit) return std::nullopt;
    const auto [left, right] = pairs[i];
    result.accepting.push_back(a.accepting[left] != 0 && b.accepting[right] != 0 ? 1 : 0);
    for (const Edge& x : a.edges_of(left)) {
      for (const Edge& y : b.edges_of(right)) {
        const CharacterClass both = x.characters & y.characters;
        if (both.empty()) continue;
        const auto [target, added] = index.find_or_add(x.target, y.target);
        if (added) pairs.emplace_back(x.target, y.target);
        result.edges.push_back({both, target});
      }
    }
    result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  }
  return without_dead_states(result);
}

std::optional<Automaton> subtract(const Automaton& a, const Automaton& b, std::size_t set_limit) {
  constexpr std::size_t state_limit = 1'000'000;
  const std::optional<Automaton> origins = intersect(a, every_sendable_origin(), state_limit);
  if (!origins) return std::nullopt;
  Automaton result;
  result.first_edge = {0};
  result.accepting.clear();
  StateSets sets{b};
  PairIndex index{origins->size(), set_limit + 1};
  std::vector<std::pair<State, std::uint32_t>> pairs = {{0, StateSets::start}};
  index.find_or_add(0, StateSets::start);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (sets.size() > set_limit || pairs.size() > state_limit) return std::nullopt;
    const State state = pairs[i].first;
    const std::uint32_t set = pairs[i].second;
    result.accepting.push_back(origins->accepting[state] != 0 && !sets.accepting(set) ? 1 : 0);
    for (const Edge& edge : origins->edges_of(state)) {
      const auto targets = sets.targets(set, edge.characters);
      for (const auto& [next, characters] : targets) {
        const auto [target, added] = index.find_or_add(edge.target, next);
        if (added) pairs.emplace_back(edge.target, next);
        result.edges.push_back({characters, target});
      }
    }
    result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  }
  return without_dead_states(result);
}

const Automaton& every_sendable_origin() {
  static const Automaton every = [] {
    const Automaton named = as_automaton(origin_language(OriginPart::widely_named));
    const Automaton bracketed = as_automaton(origin_language(OriginPart::bracketed));
    const Automaton other = as_automaton(origin_language(OriginPart::other));
    return unite(named, unite(bracketed, other));
  }();
  return every;
}

}  // namespace corslint::pattern
