// Pumps are looked for in the pattern and in the bodies of its look-aheads, which an engine walks
// like patterns of their own. Each candidate is then counted: how many steps all ways through the
// pattern take on the attack, and whether the match fails on it.

#include "rules/pattern/backtracking.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "rules/pattern/place_graph.h"
#include "rules/pattern/pump_search.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t header_limit = 8'000;
constexpr double too_many_steps = 1e10;

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// What an engine walks: the whole pattern, or the body of a look-ahead that it comes to behind
// `lead`.
struct Walked {
  const PlaceGraph& graph;
  const Automaton& body;
  const Automaton& whole;
  std::string lead;

  bool fails(const Blowup& blowup, std::size_t repetitions) const {
    const std::string attack = blowup.prefix + repeated(blowup.pump, repetitions) + blowup.suffix;
    return !accepts(body, std::string_view{attack}.substr(lead.size())) && !accepts(whole, attack);
  }
  double steps(const Blowup& blowup, std::size_t repetitions) const {
    return count_steps(graph,
                       blowup.prefix.substr(lead.size()) + repeated(blowup.pump, repetitions));
  }
};

// The smallest repetition that already takes too many steps.
std::size_t enough_repetitions(const Walked& walked, const Blowup& blowup, std::size_t most) {
  std::size_t low = 1;
  std::size_t high = most;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (walked.steps(blowup, middle) >= too_many_steps)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

std::optional<Blowup> confirm(const Pump& pump, const Walked& walked) {
  const auto prefix = text_between(walked.graph, 0, pump.place, Within::whole);
  if (!prefix || pump.text.empty()) return std::nullopt;
  Blowup blowup{.exponential = pump.exponential,
                .range = {},
                .prefix = walked.lead + *prefix,
                .pump = pump.text,
                .suffix = {},
                .repetitions = 0,
                .steps = 0};
  const std::size_t most =
      (header_limit - std::min(header_limit, blowup.prefix.size())) / pump.text.size();
  if (most < 2) return std::nullopt;
  // Counting goes up in stages, as most patterns stay far below the limit.
  for (const std::size_t repetitions : {std::min<std::size_t>(most, 200), most}) {
    blowup.steps = walked.steps(blowup, repetitions);
    if (blowup.steps < too_many_steps) continue;
    for (const char* suffix : {"!", "", "~", "@", " ", "/", ":", ".", "x", "!!"}) {
      blowup.suffix = suffix;
      if (!walked.fails(blowup, 3) || !walked.fails(blowup, 30)) continue;
      blowup.repetitions = enough_repetitions(walked, blowup, repetitions);
      // Ten more cost the attacker nothing and the engine a thousand times as much.
      if (blowup.exponential) blowup.repetitions = std::min(blowup.repetitions + 10, most);
      if (walked.fails(blowup, blowup.repetitions)) return blowup;
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

std::optional<Blowup> first_blowup(const Walked& walked, const Tree& tree) {
  std::vector<Pump> pumps = exponential_pumps(walked.graph);
  std::vector<Pump> powers = polynomial_pumps(walked.graph);
  pumps.insert(pumps.end(), std::make_move_iterator(powers.begin()),
               std::make_move_iterator(powers.end()));
  for (const Pump& pump : pumps) {
    std::optional<Blowup> blowup = confirm(pump, walked);
    if (!blowup) continue;
    blowup->range = range_of(walked.graph, tree, pump.place);
    return blowup;
  }
  return std::nullopt;
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
  const Walked whole{*graph, *reading.automaton, *reading.automaton, {}};
  if (auto blowup = first_blowup(whole, tree)) return blowup;
  for (const PlaceGraph::Look& look : graph->looks) {
    const auto lead = text_between(*graph, 0, look.place, Within::whole);
    if (!lead || tree.at(look.node).direction != Direction::ahead) continue;
    Tree body = tree;
    body.root = tree.at(look.node).first_child;
    body.looking = false;
    const std::optional<PlaceGraph> places = build_place_graph(body, MatchMode::prefix);
    const std::optional<Automaton> automaton = build_automaton(body, MatchMode::prefix);
    if (!places || !automaton) continue;
    if (auto blowup = first_blowup({*places, *automaton, *reading.automaton, *lead}, tree))
      return blowup;
  }
  return std::nullopt;
}

}  // namespace corslint::pattern
