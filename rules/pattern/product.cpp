// States are explored breadth first. Behind that, what each of them leads to flows backwards: most
// steps lead to later states, so a few passes from the last state to the first settle all but
// tangled products, which are finished along the reversed steps. What leads to no origin is
// dropped.

#include "rules/pattern/product.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "rules/pattern/pair_index.h"
#include "rules/pattern/reverse_index.h"

namespace corslint::pattern {
namespace {

// Alternatives of literals meet every state in few places, however many there are.
std::size_t state_limit(const Automaton& automaton) {
  constexpr std::size_t free_states = 500'000;
  return free_states + 4 * automaton.size();
}

class Explorer {
 public:
  Explorer(const Automaton& automaton, const OriginLanguage& part, CharacterClass characters)
      : automaton_{automaton},
        part_{part},
        characters_{characters},
        index_{automaton.size(), part.size()} {}

  std::optional<Product> explore() {
    reserve();
    state_of(0, 0, no_state, {});
    const std::size_t limit = state_limit(automaton_);
    for (State state = 0; state < product_.size(); ++state) {
      if (product_.size() > limit) return std::nullopt;
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
    product_.marks.push_back(automaton_.accepting[left] != 0 ? marks : marks & mark::place);
    product_.parents.push_back(parent);
    product_.parent_characters.push_back(characters);
    return state;
  }

  void step(State from, CharacterClass characters, std::uint32_t edge, State right) {
    const State target = state_of(automaton_.edges[edge].target, right, from, characters);
    product_.steps.push_back({characters, target, edge});
  }

  void expand(State state) {
    const State left = product_.automaton_states[state];
    const State right = product_.part_states[state];
    const auto part_steps = part_.steps_of(right);
    for (std::uint32_t e = automaton_.first_edge[left]; e < automaton_.first_edge[left + 1]; ++e) {
      const CharacterClass readable = automaton_.edges[e].characters & characters_;
      if (readable.single()) {
        const State target = part_.next(right, readable.first());
        if (target != no_state) step(state, readable, e, target);
        continue;
      }
      for (const Deterministic::Step& part_step : part_steps) {
        const CharacterClass both = readable & part_step.characters;
        if (!both.empty()) step(state, both, e, part_step.target);
      }
    }
  }

  const Automaton& automaton_;
  const OriginLanguage& part_;
  CharacterClass characters_;
  PairIndex index_;
  Product product_;
};

bool pass_backwards(Product& product) {
  bool changed = false;
  for (auto state = static_cast<State>(product.size()); state-- > 0;) {
    Marks ahead = product.ahead[state];
    for (const Product::Step& step : product.steps_of(state)) ahead |= product.ahead[step.target];
    changed = changed || ahead != product.ahead[state];
    product.ahead[state] = ahead;
  }
  return changed;
}

void flow_backwards(Product& product) {
  const ReverseIndex reversed{product.size(), [&](const auto& visit) {
                                for (State state = 0; state < product.size(); ++state)
                                  for (const auto& step : product.steps_of(state))
                                    visit(state, step.target);
                              }};
  std::vector<State> open(product.size());
  for (State state = 0; state < product.size(); ++state) open[state] = state;
  while (!open.empty()) {
    const State state = open.back();
    open.pop_back();
    for (const State source : reversed.sources_of(state)) {
      if ((product.ahead[state] & ~product.ahead[source]) == 0) continue;
      product.ahead[source] |= product.ahead[state];
      open.push_back(source);
    }
  }
}

void look_ahead(Product& product) {
  constexpr int passes = 4;
  product.ahead = product.marks;
  for (Marks& marks : product.ahead) marks &= mark::origin;
  for (int pass = 0; pass < passes; ++pass)
    if (!pass_backwards(product)) return;
  flow_backwards(product);
}

// Moves what stays to the front; the order, and with it each parent's place before its children,
// remains.
void drop_dead_states(Product& product) {
  std::vector<State> renamed(product.size(), no_state);
  State count = 0;
  for (State state = 0; state < product.size(); ++state)
    if (state == 0 || product.ahead[state] != 0) renamed[state] = count++;
  if (count == product.size()) return;
  std::uint32_t kept = 0;
  std::uint32_t begin = 0;
  for (State state = 0; state < product.size(); ++state) {
    const std::uint32_t end = product.first_step[state + 1];
    const State name = renamed[state];
    if (name != no_state) {
      product.automaton_states[name] = product.automaton_states[state];
      product.part_states[name] = product.part_states[state];
      product.marks[name] = product.marks[state];
      product.ahead[name] = product.ahead[state];
      const State parent = product.parents[state];
      product.parents[name] = parent == no_state ? no_state : renamed[parent];
      product.parent_characters[name] = product.parent_characters[state];
      for (std::uint32_t i = begin; i < end; ++i) {
        Product::Step step = product.steps[i];
        step.target = renamed[step.target];
        if (step.target != no_state) product.steps[kept++] = step;
      }
      product.first_step[name + 1] = kept;
    }
    begin = end;
  }
  product.automaton_states.resize(count);
  product.part_states.resize(count);
  product.marks.resize(count);
  product.ahead.resize(count);
  product.parents.resize(count);
  product.parent_characters.resize(count);
  product.first_step.resize(count + std::size_t{1});
  product.steps.resize(kept);
}

}  // namespace

std::optional<Product> explore(const Automaton& automaton, OriginPart part,
                               CharacterClass characters) {
  std::optional<Product> product = Explorer{automaton, origin_language(part), characters}.explore();
  if (!product) return std::nullopt;
  look_ahead(*product);
  drop_dead_states(*product);
  return product;
}

unsigned char telling_character(CharacterClass characters) {
  constexpr std::string_view preferred = "exvilabcdfghjkmnopqrstuwyz0123456789.-:/";
  if (characters.single()) return characters.first();
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

}  // namespace corslint::pattern
