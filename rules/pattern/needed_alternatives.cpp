// Through each alternative two origins are led: one that enters it as early as any, and one that
// leaves it as late as any, each the shortest way to there and on. If the automaton without the
// edges that the alternative reads refuses one of them, nothing else in the pattern admits it. The
// automaton without these edges admits no less than the pattern without the alternative, as it
// still passes where the alternative reads nothing; so a refusal is a proof.
//
// Alternatives begin and end alike (`app-1|app-2`), and a run through all of them for each of them
// would grow with their square. So the sets of states that beginnings lead to are remembered, and
// the runs that accept an origin are followed from its end, at each character over the edges out of
// its set or into the states behind it, whichever are fewer.

#include "rules/pattern/needed_alternatives.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace corslint::pattern {
namespace {

// Breadth first from the origins backwards.
std::vector<std::uint32_t> shortest_ways_on(const Product& product) {
  constexpr std::uint32_t unknown = ~std::uint32_t{0};
  const ReverseIndex reversed{product.size(), [&](const auto& visit) {
                                for (State state = 0; state < product.size(); ++state)
                                  for (const Product::Step& step : product.steps_of(state))
                                    visit(state, step.target);
                              }};
  std::vector<std::uint32_t> onward(product.size(), unknown);
  std::vector<State> open;
  for (State state = 0; state < product.size(); ++state)
    if ((product.marks[state] & mark::origin) != 0) open.push_back(state);
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const State source : reversed.sources_of(open[i])) {
      if (onward[source] != unknown || (product.marks[source] & mark::origin) != 0) continue;
      std::uint32_t step = product.first_step[source];
      while (product.steps[step].target != open[i]) ++step;
      onward[source] = step;
      open.push_back(source);
    }
  }
  return onward;
}

}  // namespace

NeededAlternatives::NeededAlternatives(const Tree& tree, const Automaton& automaton)
    : tree_{tree}, automaton_{automaton}, ranges_(tree.nodes.size()) {
  number(tree.root);
  first_.resize(numbered_);
  last_.resize(numbered_);
}

void NeededAlternatives::number(NodeIndex index) {
  ranges_[index].begin = numbered_++;
  if (tree_.at(index).kind != NodeKind::reference)
    for (NodeIndex i = tree_.at(index).first_child; i != no_node; i = tree_.at(i).next_sibling)
      number(i);
  ranges_[index].end = numbered_;
}

void NeededAlternatives::add(const Product& product) {
  const auto number = static_cast<std::uint32_t>(ways_.size());
  ways_.push_back({&product, shortest_ways_on(product)});
  for (State state = 0; state < product.size(); ++state) {
    for (std::uint32_t i = product.first_step[state]; i < product.first_step[state + 1]; ++i) {
      const NodeIndex node = automaton_.edges[product.steps[i].edge].node;
      if (node == no_node) continue;
      const std::uint32_t place = ranges_[node].begin;
      const Passage passage = {.product = number, .state = state, .step = i};
      if (first_[place].state == no_state) first_[place] = passage;
      last_[place] = passage;
    }
  }
}

bool NeededAlternatives::contains(NodeIndex alternative) {
  constexpr std::size_t step_budget = 5'000'000;
  const Range places = ranges_[alternative];
  Passage first;
  Passage last;
  for (std::uint32_t place = places.begin; place < places.end; ++place) {
    if (first_[place].state == no_state) continue;
    if (first.state == no_state || first_[place].state < first.state) first = first_[place];
    if (last.state == no_state || last_[place].state >= last.state) last = last_[place];
  }
  if (first.state == no_state) return false;
  return std::ranges::any_of(std::array{last, first}, [&](const Passage& passage) {
    return steps_tried_ < step_budget && !admitted_without(origin_through(passage), places);
  });
}

std::string NeededAlternatives::origin_through(const Passage& passage) const {
  const Ways& ways = ways_[passage.product];
  const Product& product = *ways.product;
  std::string origin = shortest_text(product, passage.state);
  std::uint32_t step = passage.step;
  while (true) {
    const Product::Step& taken = product.steps[step];
    origin += static_cast<char>(telling_character(taken.characters));
    if ((product.marks[taken.target] & mark::origin) != 0) return origin;
    step = ways.onward[taken.target];
  }
}

NeededAlternatives::Runs::Runs(const Automaton& automaton)
    : sets{automaton}, edges_into{automaton.size(), [&](const auto& visit) {
                                    for (std::uint32_t i = 0; i < automaton.edges.size(); ++i)
                                      visit(i, automaton.edges[i].target);
                                  }} {
  source_of.resize(automaton.edges.size());
  for (State state = 0; state < automaton.size(); ++state)
    for (auto i = automaton.first_edge[state]; i < automaton.first_edge[state + 1]; ++i)
      source_of[i] = state;
}

std::uint32_t NeededAlternatives::Runs::next(const Automaton& automaton, std::uint32_t set,
                                             char c) {
  const std::uint32_t result = sets.next(set, static_cast<unsigned char>(c));
  while (edges_out_of.size() < sets.size()) {
    std::size_t count = 0;
    for (const State state : sets.states(static_cast<std::uint32_t>(edges_out_of.size())))
      count += automaton.edges_of(state).size();
    edges_out_of.push_back(count);
  }
  return result;
}

// The edges on `c` out of the states of `set` into `targets`, both in rising order.
NeededAlternatives::Taken NeededAlternatives::taken_into(std::uint32_t set, unsigned char c,
                                                         const std::vector<State>& targets) {
  const std::span<const State> sources = runs_->sets.states(set);
  const std::size_t leaving = runs_->edges_out_of[set];
  std::size_t entering = 0;
  for (const State state : targets) entering += runs_->edges_into.sources_of(state).size();
  Taken taken;
  steps_tried_ += 1 + std::min(leaving, entering);
  if (entering < leaving) {
    for (const State state : targets)
      for (const std::uint32_t edge : runs_->edges_into.sources_of(state))
        if (automaton_.edges[edge].characters.contains(c) &&
            std::ranges::binary_search(sources, runs_->source_of[edge]))
          taken.push_back(edge);
    return taken;
  }
  for (const State state : sources)
    for (auto edge = automaton_.first_edge[state]; edge < automaton_.first_edge[state + 1]; ++edge)
      if (automaton_.edges[edge].characters.contains(c) &&
          std::ranges::binary_search(targets, automaton_.edges[edge].target))
        taken.push_back(edge);
  return taken;
}

std::vector<NeededAlternatives::Taken> NeededAlternatives::accepting_runs(std::string_view text) {
  if (!runs_) runs_.emplace(automaton_);
  std::vector<std::uint32_t> sets = {StateSets::start};
  for (const char c : text) sets.push_back(runs_->next(automaton_, sets.back(), c));
  std::vector<State> states;
  for (const State state : runs_->sets.states(sets.back()))
    if (automaton_.accepting[state] != 0) states.push_back(state);
  std::vector<Taken> runs(text.size());
  for (std::size_t i = text.size(); i-- > 0;) {
    runs[i] = taken_into(sets[i], static_cast<unsigned char>(text[i]), states);
    states.clear();
    for (const std::uint32_t edge : runs[i]) states.push_back(runs_->source_of[edge]);
    std::ranges::sort(states);
    states.erase(std::unique(states.begin(), states.end()), states.end());
  }
  return runs;
}

bool NeededAlternatives::admitted_without(std::string_view origin, const Range& places) {
  std::vector<State> states = {0};
  std::vector<State> next;
  for (const Taken& taken : accepting_runs(origin)) {
    next.clear();
    for (const std::uint32_t edge : taken) {
      const NodeIndex node = automaton_.edges[edge].node;
      const bool left_out = node != no_node && ranges_[node].begin >= places.begin &&
                            ranges_[node].begin < places.end;
      if (!left_out && std::ranges::binary_search(states, runs_->source_of[edge]))
        next.push_back(automaton_.edges[edge].target);
    }
    std::ranges::sort(next);
    std::swap(states, next);
  }
  return !states.empty();
}

}  // namespace corslint::pattern
