#include "rules/pattern/product.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "rules/pattern/origin_language.h"
#include "rules/pattern/pair_index.h"
#include "rules/pattern/reverse_index.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t state_limit = 4'000'000;

class Explorer {
 public:
  Explorer(const Automaton& automaton, const Deterministic& part)
      : automaton_{automaton}, part_{part}, index_{automaton.size(), part.size()} {}

  std::optional<Product> explore() {
    reserve();
    state_of(0, 0, no_state, {});
    for (State state = 0; state < product_.size(); ++state) {
      if (product_.size() > state_limit) return std::nullopt;
      expand(state);
      product_.first_step.push_back(static_cast<std::uint32_t>(product_.steps.size()));
    }
    return std::move(product_);
  }

 private:
  // A literal pattern meets each state in one place.
  void reserve() {
    const std::size_t states = automaton_.size();
    product_.automaton_states.reserve(states);
    product_.part_states.reserve(states);
    product_.marks.reserve(states);
    product_.first_step.reserve(states + 1);
    product_.steps.reserve(automaton_.edges.size());
    product_.parents.reserve(states);
    product_.parent_characters.reserve(states);
  }

  State state_of(State left, State right, State parent, CharacterClass characters) {
    const auto [state, added] = index_.find_or_add(left, right);
    if (!added) return state;
    product_.automaton_states.push_back(left);
    product_.part_states.push_back(right);
    const Marks marks = part_.marks[right];
    product_.marks.push_back(automaton_.accepting[left] != 0 ? marks : marks & mark_places);
    product_.parents.push_back(parent);
    product_.parent_characters.push_back(characters);
    return state;
  }

  void expand(State state) {
    const State left = product_.automaton_states[state];
    const State right = product_.part_states[state];
    const auto part_steps = part_.steps_of(right);
    for (std::uint32_t e = automaton_.first_edge[left]; e < automaton_.first_edge[left + 1]; ++e) {
      const Edge& edge = automaton_.edges[e];
      for (const Deterministic::Step& step : part_steps) {
        const CharacterClass both = edge.characters & step.characters;
        if (both.empty()) continue;
        const State target = state_of(edge.target, step.target, state, both);
        product_.steps.push_back({both, target, e});
      }
    }
  }

  static constexpr Marks mark_places = mark::host_start | mark::in_host | mark::in_port;

  const Automaton& automaton_;
  const Deterministic& part_;
  PairIndex index_;
  Product product_;
};

}  // namespace

std::optional<Product> explore(const Automaton& automaton, const Deterministic& part) {
  return Explorer{automaton, part}.explore();
}

unsigned char telling_character(CharacterClass characters) {
  constexpr std::string_view preferred = "exvilabcdfghjkmnopqrstuwyz0123456789.-:/";
  for (const char c : preferred)
    if (characters.contains(static_cast<unsigned char>(c))) return static_cast<unsigned char>(c);
  return characters.first();
}

std::string shortest_text(const Product& product, State state) {
  std::string text;
  for (; product.parents[state] != no_state; state = product.parents[state])
    text += static_cast<char>(telling_character(product.parent_characters[state]));
  std::reverse(text.begin(), text.end());
  return text;
}

std::vector<std::uint8_t> states_leading_to(const Product& product, Marks wanted) {
  const ReverseIndex reversed{product.size(), [&](const auto& visit) {
                                for (State state = 0; state < product.size(); ++state)
                                  for (const auto& step : product.steps_of(state))
                                    visit(state, step.target);
                              }};
  std::vector<std::uint8_t> leading(product.size(), 0);
  std::vector<State> open;
  for (State state = 0; state < product.size(); ++state) {
    if ((product.marks[state] & wanted) == 0) continue;
    leading[state] = 1;
    open.push_back(state);
  }
  while (!open.empty()) {
    const State state = open.back();
    open.pop_back();
    for (const State source : reversed.sources_of(state)) {
      if (leading[source] != 0) continue;
      leading[source] = 1;
      open.push_back(source);
    }
  }
  return leading;
}

}  // namespace corslint::pattern
