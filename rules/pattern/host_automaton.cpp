#include "rules/pattern/host_automaton.h"

#include <algorithm>

#include "rules/pattern/origin_language.h"
#include "rules/pattern/reverse_index.h"

namespace corslint::pattern {
namespace {

class Reverser {
 public:
  Reverser(const Product& product, const Automaton& automaton, const Tree* tree)
      : product_{product}, automaton_{automaton}, tree_{tree} {}

  HostAutomaton reverse() {
    number_states();
    if (hosts_.size() == 0) return std::move(hosts_);
    link();
    find_extended();
    return std::move(hosts_);
  }

 private:
  bool in_host(State state) const {
    return (product_.marks[state] & (mark::host_start | mark::in_host)) != 0;
  }

  void number_states() {
    numbers_.assign(product_.size(), no_state);
    for (State state = 0; state < product_.size(); ++state) {
      if (!product_.leads_to(state, mark::domain) || !in_host(state)) continue;
      numbers_[state] = static_cast<State>(hosts_.product_states.size());
      if (ends_host(state)) hosts_.ends.push_back(numbers_[state]);
      hosts_.product_states.push_back(state);
      hosts_.starts.push_back((product_.marks[state] & mark::host_start) != 0 ? 1 : 0);
    }
  }

  bool ends_host(State state) const {
    if ((product_.marks[state] & mark::domain) != 0) return true;
    const auto steps = product_.steps_of(state);
    return std::any_of(steps.begin(), steps.end(), [&](const Product::Step& step) {
      return (product_.marks[step.target] & mark::in_port) != 0 &&
             product_.leads_to(step.target, mark::domain);
    });
  }

  template <typename Visit>
  void for_each_step(const Visit& visit) const {
    for (const State source : hosts_.product_states)
      for (const Product::Step& step : product_.steps_of(source))
        if (numbers_[step.target] != no_state) visit(numbers_[source], step);
  }

  void link() {
    std::vector<std::uint32_t> count(hosts_.size() + 1, 0);
    for_each_step([&](State, const Product::Step& step) { ++count[numbers_[step.target] + 1]; });
    for (std::size_t i = 0; i < hosts_.size(); ++i) count[i + 1] += count[i];
    hosts_.first_step = count;
    hosts_.steps.resize(count.back());
    for_each_step([&](State source, const Product::Step& step) {
      const Edge& edge = automaton_.edges[step.edge];
      hosts_.steps[count[numbers_[step.target]]++] = {.characters = step.characters,
                                                      .target = source,
                                                      .wide = is_wide(edge, tree_),
                                                      .node = edge.node};
    });
  }

  // A place is extended where a cycle lies before it. Places from which no cycle can be reached are
  // peeled off first (Kahn); what remains reaches one.
  void find_extended() {
    const std::size_t count = hosts_.size();
    const ReverseIndex later{count, [&](const auto& visit) {
                               for (State state = 0; state < count; ++state)
                                 for (const auto& step : hosts_.steps_of(state))
                                   visit(state, step.target);
                             }};
    std::vector<std::uint32_t> remaining(count, 0);
    std::vector<State> open;
    for (State state = 0; state < count; ++state) {
      remaining[state] = static_cast<std::uint32_t>(hosts_.steps_of(state).size());
      if (remaining[state] == 0) open.push_back(state);
    }
    hosts_.extended.assign(count, 1);
    while (!open.empty()) {
      const State state = open.back();
      open.pop_back();
      hosts_.extended[state] = 0;
      for (const State source : later.sources_of(state))
        if (--remaining[source] == 0) open.push_back(source);
    }
  }

  const Product& product_;
  const Automaton& automaton_;
  const Tree* tree_;
  std::vector<State> numbers_;
  HostAutomaton hosts_;
};

}  // namespace

bool is_wide(const Edge& edge, const Tree* tree) {
  constexpr int wide = 10;
  const bool written = edge.node != no_node && tree != nullptr;
  const CharacterClass characters = written ? tree->at(edge.node).characters : edge.characters;
  return !characters.single() && (characters & label_characters).size() >= wide;
}

HostAutomaton reverse_hosts(const Product& product, const Automaton& automaton, const Tree* tree) {
  return Reverser{product, automaton, tree}.reverse();
}

}  // namespace corslint::pattern
