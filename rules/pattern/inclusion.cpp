// Breadth first over a state of the inner language's product with the part together with the set of
// outer states that the same text leads to; the first pair whose left side accepts and whose right
// side does not is a shortest text that is missing.

#include "rules/pattern/inclusion.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/pattern/pair_index.h"
#include "rules/pattern/product.h"
#include "rules/pattern/state_sets.h"

namespace corslint::pattern {
namespace {

struct Visited {
  State product = 0;
  std::uint32_t set = 0;
  std::uint32_t parent = no_state;
  unsigned char character = 0;
};

std::string text_to(const std::vector<Visited>& visited, std::uint32_t index) {
  std::string text;
  for (; visited[index].parent != no_state; index = visited[index].parent)
    text += static_cast<char>(visited[index].character);
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace

Inclusion includes(const Automaton& outer, const Automaton& inner, OriginPart part, Marks wanted,
                   std::size_t set_limit) {
  constexpr std::size_t visit_limit = 2'000'000;
  const std::optional<Product> product = explore(inner, part);
  if (!product) return {.decided = false, .missing = {}};
  StateSets sets{outer};
  PairIndex seen{product->size(), set_limit + 1};
  std::vector<Visited> visited;
  const auto visit = [&](State state, std::uint32_t set, std::uint32_t parent, unsigned char c) {
    if (product->leads_to(state, wanted) && seen.find_or_add(state, set).second)
      visited.push_back({state, set, parent, c});
  };
  visit(0, StateSets::start, no_state, 0);
  for (std::uint32_t i = 0; i < visited.size(); ++i) {
    if (sets.size() > set_limit || visited.size() > visit_limit)
      return {.decided = false, .missing = {}};
    const Visited at = visited[i];
    if ((product->marks[at.product] & wanted) != 0 && !sets.accepting(at.set))
      return {.decided = true, .missing = text_to(visited, i)};
    for (const Product::Step& step : product->steps_of(at.product)) {
      if (!product->leads_to(step.target, wanted)) continue;
      const auto targets = sets.targets(at.set, step.characters);
      for (const auto& [set, characters] : targets)
        visit(step.target, set, i, telling_character(characters));
    }
  }
  return {};
}

Automaton everything_behind(std::string_view beginning) {
  Automaton result;
  result.first_edge = {0};
  result.accepting.assign(beginning.size() + 1, 0);
  result.accepting.back() = 1;
  State state = 0;
  for (const char c : beginning) {
    result.edges.push_back({one_of(static_cast<unsigned char>(c)), ++state});
    result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  }
  result.edges.push_back({every_character, state});
  result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  return result;
}

}  // namespace corslint::pattern
