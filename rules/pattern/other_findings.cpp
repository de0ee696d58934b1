#include <algorithm>
#include <utility>

#include "rules/pattern/findings.h"
#include "rules/pattern/inclusion.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/repair.h"

namespace corslint::pattern {
namespace {

constexpr std::uint32_t any_port_count = 60'000;

// Where the pattern reads what leads from a state with the marks `from` to one with `to`.
ByteRange range_of_steps(const Case& judged, Marks to) {
  const Product& product = *judged.examination.web;
  ByteRange range{~std::size_t{0}, 0};
  for (State state = 0; state < product.size(); ++state) {
    for (const Product::Step& step : product.steps_of(state)) {
      const NodeIndex node = judged.reading.automaton->edges[step.edge].node;
      if (node == no_node || (product.marks[step.target] & to) == 0) continue;
      const Node& place = judged.reading.parsed.tree.at(node);
      range.begin = std::min<std::size_t>(range.begin, place.begin);
      range.end = std::max<std::size_t>(range.end, place.end);
    }
  }
  if (range.end == 0) return whole(judged.query);
  // A quantifier belongs to what it repeats.
  for (const Node& node : judged.reading.parsed.tree.nodes)
    if (node.kind == NodeKind::repeat && node.begin >= range.begin && node.begin < range.end)
      range.end = std::max<std::size_t>(range.end, node.end);
  return range;
}

ByteRange range_of_scheme(const PatternQuery& query) {
  const std::size_t begin = query.pattern.find("http");
  if (begin == std::string::npos) return whole(query);
  std::size_t end = begin + 4;
  while (end < query.pattern.size() && (query.pattern[end] == 's' || query.pattern[end] == '?'))
    ++end;
  return {begin, end};
}

// Dots that let in nothing but hosts that nobody can register: the first origin that escaping them
// takes away.
struct HarmlessDot {
  PatternFinding finding;
  Kinds kinds;  // of the pattern with its dots escaped
};

std::optional<HarmlessDot> harmless_dot(const Case& judged) {
  const std::vector<ByteRange> dots = bare_dots(judged.reading.parsed.tree);
  if (dots.empty() || !judged.examination.named) return std::nullopt;
  PatternQuery escaped = judged.query;
  escaped.pattern = escape_dots(judged.query.pattern, dots);
  const PatternReading reading = read_pattern(escaped);
  if (!reading.automaton) return std::nullopt;
  constexpr std::size_t set_limit = 3'000;
  const Inclusion inclusion = includes(*reading.automaton, *judged.reading.automaton,
                                       OriginPart::named, mark::domain, set_limit);
  if (!inclusion.missing) return std::nullopt;
  // A pattern that admits nothing once its dots are escaped meant them.
  Examination examination = examine(*reading.automaton, &reading.parsed.tree, Depth::breadth_only);
  if (examination.admits_nothing()) return std::nullopt;
  return HarmlessDot{{.kind = PatternFindingKind::unescaped_dot_unregistrable,
                      .range = dots.front(),
                      .witness = *inclusion.missing,
                      .repaired = escaped.pattern,
                      .message = {}},
                     std::move(examination.kinds)};
}

}  // namespace

std::vector<PatternFinding> judge_rest(Case& judged) {
  std::vector<PatternFinding> findings;
  const Kinds& kinds = judged.examination.kinds;
  const auto add = [&](PatternFindingKind kind, ByteRange range, const std::string& witness) {
    if (!witness.empty() && judged.confirmation.admits(witness))
      findings.push_back(
          {.kind = kind, .range = range, .witness = witness, .repaired = {}, .message = {}});
  };
  auto dot = harmless_dot(judged);
  if (dot) findings.push_back(std::move(dot->finding));
  add(PatternFindingKind::insecure, range_of_scheme(judged.query),
      dot ? dot->kinds.insecure : kinds.insecure);
  if (kinds.ports >= any_port_count && judged.examination.named)
    add(PatternFindingKind::any_port, range_of_steps(judged, mark::in_port), kinds.with_port);
  if (!kinds.loopback.empty()) {
    ByteRange range = whole(judged.query);
    for (const char* name : {"localhost", "127"}) {
      const std::size_t begin = judged.query.pattern.find(name);
      if (begin == std::string::npos) continue;
      range = {begin, begin + std::string_view{name}.size()};
      break;
    }
    add(PatternFindingKind::loopback, range, kinds.loopback);
  }
  return findings;
}

}  // namespace corslint::pattern
