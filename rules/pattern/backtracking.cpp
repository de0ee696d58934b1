// Exponential: some place leads back to itself on one text along two different ways. Pairs of
// places of one strongly connected component are walked from the diagonal; one that leaves it and
// comes back shows the text. Powers: chains of loops that share a text which also leads from each
// to the next; such a text is looked for with triples. Either way the candidate is then counted:
// how many steps all ways through the pattern take on the attack, and whether the match fails on
// it.

#include "rules/pattern/backtracking.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "rules/pattern/pair_index.h"
#include "rules/pattern/place_graph.h"
#include "rules/pattern/product.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t header_limit = 8'000;
constexpr double too_many_steps = 1e10;
constexpr std::size_t pair_limit = 1'000'000;

struct Pump {
  std::uint32_t place = 0;
  std::string text;
  bool exponential = false;
};

struct Walked {
  std::array<std::uint32_t, 3> places;
  std::uint32_t parent = no_state;
  unsigned char character = 0;
};

std::string text_of(const std::vector<Walked>& walked, std::uint32_t index) {
  std::string text;
  for (; walked[index].parent != no_state; index = walked[index].parent)
    text += static_cast<char>(walked[index].character);
  return {text.rbegin(), text.rend()};
}

class Searcher {
 public:
  explicit Searcher(const PlaceGraph& graph) : graph_{graph} {}

  // Every place with two ways back to itself, one for each component.
  std::vector<Pump> exponential() {
    std::vector<Pump> pumps;
    std::vector<std::uint8_t> done(graph_.size(), 0);
    for (std::uint32_t place = 0; place < graph_.size(); ++place) {
      if (graph_.cyclic[place] == 0 || done[graph_.component[place]] != 0) continue;
      done[graph_.component[place]] = 1;
      if (auto pump = two_steps(graph_.component[place]))
        pumps.push_back(std::move(*pump));
      else if (auto other = two_ways(graph_.component[place]))
        pumps.push_back(std::move(*other));
    }
    return pumps;
  }

  // A text on which loops of different components run, each of them also leading to the next.
  std::vector<Pump> polynomial() {
    std::vector<Pump> pumps;
    std::vector<Link> links;
    std::vector<std::uint32_t> loops;
    for (std::uint32_t place = 0; place < graph_.size(); ++place)
      if (graph_.cyclic[place] != 0) loops.push_back(place);
    constexpr std::size_t loop_limit = 40;
    if (loops.size() > loop_limit) loops.resize(loop_limit);
    for (const std::uint32_t from : loops) {
      for (const std::uint32_t to : loops) {
        if (graph_.component[from] == graph_.component[to]) continue;
        if (auto text = shared_loop(from, to)) {
          links.emplace_back(graph_.component[from], graph_.component[to]);
          pumps.push_back({from, std::move(*text), false});
        }
      }
    }
    // Two loops take a square of the length, which a header's limit keeps within bounds.
    if (!has_chain(links)) pumps.clear();
    return pumps;
  }

 private:
  using Link = std::pair<std::uint32_t, std::uint32_t>;

  static bool has_chain(const std::vector<Link>& links) {
    return std::any_of(links.begin(), links.end(), [&](const Link& first) {
      return std::any_of(links.begin(), links.end(),
                         [&](const Link& second) { return second.first == first.second; });
    });
  }

  bool inside(std::uint32_t place, std::uint32_t component) const {
    return graph_.component[place] == component;
  }

  std::optional<Pump> close(std::uint32_t from, std::string text, std::uint32_t to) const {
    const auto back = text_between(graph_, to, from, Within::component);
    if (!back) return std::nullopt;
    return Pump{from, std::move(text) + *back, true};
  }

  // One place behind another in two ways.
  std::optional<Pump> two_steps(std::uint32_t component) const {
    for (std::uint32_t place = 0; place < graph_.size(); ++place) {
      if (!inside(place, component)) continue;
      for (const auto& follower : graph_.followers[place]) {
        if (follower.ways < 2 || !inside(follower.place, component)) continue;
        if (graph_.characters[follower.place].empty()) continue;
        const char c = static_cast<char>(telling_character(graph_.characters[follower.place]));
        return close(place, std::string(1, c), follower.place);
      }
    }
    return std::nullopt;
  }

  std::optional<Pump> two_ways(std::uint32_t component) const {
    PairIndex seen{graph_.size(), graph_.size()};
    std::vector<Walked> walked;
    for (std::uint32_t place = 0; place < graph_.size(); ++place) {
      if (!inside(place, component)) continue;
      seen.find_or_add(place, place);
      walked.push_back({{place, place, place}, no_state, 0});
    }
    for (std::uint32_t i = 0; i < walked.size() && walked.size() < pair_limit; ++i) {
      const auto [left, right, origin] = walked[i].places;
      for (const auto& a : graph_.followers[left]) {
        if (!inside(a.place, component)) continue;
        for (const auto& b : graph_.followers[right]) {
          if (!inside(b.place, component)) continue;
          const CharacterClass both = graph_.characters[a.place] & graph_.characters[b.place];
          if (both.empty()) continue;
          const unsigned char c = telling_character(both);
          if (a.place == b.place && left != right)
            return close(origin, text_of(walked, i) + static_cast<char>(c), a.place);
          if (a.place != b.place && seen.find_or_add(a.place, b.place).second)
            walked.push_back({{a.place, b.place, origin}, i, c});
        }
      }
    }
    return std::nullopt;
  }

  // A text on which `from` comes back to itself, leads to `to`, and `to` comes back to itself.
  std::optional<std::string> shared_loop(std::uint32_t from, std::uint32_t to) const {
    constexpr std::size_t triple_limit = 20'000;
    std::vector<Walked> walked = {{{from, from, to}, no_state, 0}};
    PairIndex seen{graph_.size() * graph_.size(), graph_.size()};
    const auto number = [&](std::uint32_t a, std::uint32_t b) {
      return static_cast<std::uint32_t>(a * graph_.size() + b);
    };
    seen.find_or_add(number(from, from), to);
    for (std::uint32_t i = 0; i < walked.size() && walked.size() < triple_limit; ++i) {
      const auto [first, middle, last] = walked[i].places;
      for (const auto& a : graph_.followers[first]) {
        if (!inside(a.place, graph_.component[from])) continue;
        for (const auto& c : graph_.followers[last]) {
          if (!inside(c.place, graph_.component[to])) continue;
          const CharacterClass outer = graph_.characters[a.place] & graph_.characters[c.place];
          if (outer.empty()) continue;
          for (const auto& b : graph_.followers[middle]) {
            const CharacterClass all = outer & graph_.characters[b.place];
            if (all.empty()) continue;
            const unsigned char character = telling_character(all);
            if (a.place == from && b.place == to && c.place == to)
              return text_of(walked, i) + static_cast<char>(character);
            if (seen.find_or_add(number(a.place, b.place), c.place).second)
              walked.push_back({{a.place, b.place, c.place}, i, character});
          }
        }
      }
    }
    return std::nullopt;
  }

  const PlaceGraph& graph_;
};

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// The smallest repetition that already takes too many steps.
std::size_t enough_repetitions(const PlaceGraph& graph, const Blowup& blowup, std::size_t most) {
  std::size_t low = 1;
  std::size_t high = most;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (count_steps(graph, blowup.prefix + repeated(blowup.pump, middle)) >= too_many_steps)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

bool fails(const Automaton& automaton, const Blowup& blowup, std::size_t repetitions) {
  return !accepts(automaton, blowup.prefix + repeated(blowup.pump, repetitions) + blowup.suffix);
}

std::optional<Blowup> confirm(const Pump& pump, const PlaceGraph& graph,
                              const Automaton& automaton) {
  const auto prefix = text_between(graph, 0, pump.place, Within::whole);
  if (!prefix || pump.text.empty()) return std::nullopt;
  Blowup blowup{.exponential = pump.exponential,
                .range = {},
                .prefix = *prefix,
                .pump = pump.text,
                .suffix = {},
                .repetitions = 0,
                .steps = 0};
  const std::size_t most =
      (header_limit - std::min(header_limit, prefix->size())) / pump.text.size();
  if (most < 2) return std::nullopt;
  // Counting goes up in stages, as most patterns stay far below the limit.
  for (const std::size_t repetitions : {std::min<std::size_t>(most, 200), most}) {
    blowup.steps = count_steps(graph, blowup.prefix + repeated(blowup.pump, repetitions));
    if (blowup.steps < too_many_steps) continue;
    for (const char* suffix : {"!", "", "~", "@", " ", "/", ":", ".", "x", "!!"}) {
      blowup.suffix = suffix;
      if (!fails(automaton, blowup, 3) || !fails(automaton, blowup, 30)) continue;
      blowup.repetitions = enough_repetitions(graph, blowup, repetitions);
      // Ten more cost the attacker nothing and the engine a thousand times as much.
      if (blowup.exponential) blowup.repetitions = std::min(blowup.repetitions + 10, most);
      if (fails(automaton, blowup, blowup.repetitions)) return blowup;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

// The outermost endless repetition around all places of the pump's component.
ByteRange range_of(const PlaceGraph& graph, const Tree& tree, std::uint32_t place) {
  ByteRange span{~std::size_t{0}, 0};
  for (std::uint32_t other = 0; other < graph.size(); ++other) {
    if (graph.component[other] != graph.component[place] || graph.nodes[other] == no_node) continue;
    const Node& node = tree.at(graph.nodes[other]);
    span = {std::min<std::size_t>(span.begin, node.begin),
            std::max<std::size_t>(span.end, node.end)};
  }
  ByteRange best{0, 0};
  for (const Node& node : tree.nodes) {
    const bool around = node.begin <= span.begin && node.end >= span.end;
    if (node.kind != NodeKind::repeat || node.maximum != unbounded || !around) continue;
    if (node.end - node.begin > best.end - best.begin) best = {node.begin, node.end};
  }
  return best.end == 0 ? ByteRange{0, tree.at(tree.root).end} : best;
}

}  // namespace

std::string Blowup::attack() const {
  return prefix + repeated(pump, repetitions) + suffix;
}

std::optional<Blowup> find_blowup(const PatternQuery& query, const PatternReading& reading) {
  const Tree& tree = reading.parsed.tree;
  if (query.syntax == Syntax::re2 || query.syntax == Syntax::go) return std::nullopt;
  // Atomic groups and possessive quantifiers are there to prevent it.
  if (tree.relaxed || tree.referring || !reading.automaton) return std::nullopt;
  const std::optional<PlaceGraph> graph = build_place_graph(tree, query.mode);
  if (!graph) return std::nullopt;
  Searcher searcher{*graph};
  std::vector<Pump> pumps = searcher.exponential();
  std::vector<Pump> powers = searcher.polynomial();
  pumps.insert(pumps.end(), std::make_move_iterator(powers.begin()),
               std::make_move_iterator(powers.end()));
  for (const Pump& pump : pumps) {
    std::optional<Blowup> blowup = confirm(pump, *graph, *reading.automaton);
    if (!blowup) continue;
    blowup->range = range_of(*graph, tree, pump.place);
    return blowup;
  }
  return std::nullopt;
}

}  // namespace corslint::pattern
