#include <algorithm>
#include <utility>

#include "rules/pattern/admitted_classes.h"
#include "rules/pattern/findings.h"
#include "rules/pattern/repair.h"

namespace corslint::pattern {
namespace {

bool contains(const std::vector<Remedy>& remedies, Remedy remedy) {
  return std::find(remedies.begin(), remedies.end(), remedy) != remedies.end();
}

// The first or last thing that the pattern reads.
ByteRange edge_range(const Tree& tree, bool last) {
  std::optional<ByteRange> found;
  for (const Node& node : tree.nodes) {
    if (node.kind != NodeKind::characters) continue;
    const bool better = !found || (last ? node.end > found->end : node.begin < found->begin);
    if (better) found = ByteRange{node.begin, node.end};
  }
  return found.value_or(ByteRange{0, tree.at(tree.root).end});
}

class BreadthJudge {
 public:
  explicit BreadthJudge(Case& judged) : case_{judged} {}

  BreadthJudgement judge() {
    Examination& examination = case_.examination;
    const bool broad = examination.named && !examination.named->sites.broad.empty();
    if (broad) judge_sites();
    const Kinds& kinds = examination.kinds;
    if (!broad && examination.special_character_hosts()) judge_special_characters();
    if (kinds.any_address && !broad)
      add(PatternFindingKind::foreign_sites, whole(case_.query), kinds.public_address,
          "any address");
    if (!kinds.null_origin.empty() && !any_origin_) {
      ByteRange range = whole(case_.query);
      const std::size_t text = case_.query.pattern.find("null");
      if (text != std::string::npos) range = {text, text + 4};
      add(PatternFindingKind::null_origin, range, kinds.null_origin, "");
    }
    if (kinds.any_extension && !broad)
      add(PatternFindingKind::foreign_sites, whole(case_.query), kinds.extension,
          "any browser extension");
    return std::move(result_);
  }

 private:
  void add(PatternFindingKind kind, ByteRange range, const std::string& witness,
           std::string message) {
    if (!witness.empty() && !case_.confirmation.admits(witness)) {
      result_.confirmed = false;
      return;
    }
    result_.findings.push_back({.kind = kind,
                                .range = range,
                                .witness = witness,
                                .repaired = result_.repaired,
                                .message = std::move(message)});
  }

  void judge_sites() {
    NamedHosts& named = *case_.examination.named;
    std::optional<Intruder> intruder = find_intruder(named);
    if (!intruder) intruder = Intruder{.origin = case_.examination.kinds.domain, .host = {}};
    if (!case_.confirmation.admits(intruder->origin)) {
      result_.confirmed = false;
      return;
    }
    const bool many = named.sites.more_broad;
    result_.breadth = {class_of(intruder->intrusion, many), intruder->origin};
    if (admits_every_origin(*case_.reading.automaton, case_.examination)) {
      any_origin_ = true;
      result_.breadth->origin_class = OriginClass::any_origin;
      return add(PatternFindingKind::any_origin, whole(case_.query), intruder->origin, "");
    }
    const auto repair = find_repair(case_.query, case_.reading, !named.sites.named.empty());
    const bool in_label = intruder->intrusion == Intrusion::partial_label ||
                          intruder->intrusion == Intrusion::prefix_injection;
    if (!repair && in_label && dots_alone_to_blame()) return add_dots_unrepaired(*intruder);
    if (!repair) return add_unrepaired(*intruder);
    result_.repaired = repair->pattern;
    if (contains(repair->remedies, Remedy::escape_dots) && repair->remedies.size() == 1)
      result_.breadth->origin_class = OriginClass::dot_substitution;
    for (const Remedy remedy : repair->remedies) add_cause(remedy, *repair, *intruder);
  }

  // Whether escaping its dots leaves the pattern narrow, though it may admit nothing then.
  bool dots_alone_to_blame() const {
    const auto pattern = apply(case_.query, case_.reading.parsed.tree, {Remedy::escape_dots});
    if (!pattern) return false;
    PatternQuery escaped = case_.query;
    escaped.pattern = *pattern;
    const PatternReading reading = read_pattern(escaped);
    return reading.automaton &&
           !examine(*reading.automaton, &reading.parsed.tree, Depth::breadth_only).too_broad();
  }

  void add_dots_unrepaired(const Intruder& intruder) {
    result_.breadth->origin_class = OriginClass::dot_substitution;
    add_dots({{Remedy::escape_dots}, {}}, intruder.origin);
  }

  void add_unrepaired(const Intruder& intruder) {
    const bool under_suffix = intruder.intrusion == Intrusion::free_label ||
                              intruder.intrusion == Intrusion::partial_label;
    const bool many = result_.breadth->origin_class == OriginClass::suffix_injection;
    const bool open_end =
        case_.query.mode == MatchMode::prefix || case_.query.mode == MatchMode::search;
    if (many && open_end && !case_.query.pattern.ends_with('$'))
      return add_anchor(edge_range(case_.reading.parsed.tree, true), intruder.origin,
                        "the end is open");
    add(under_suffix && !many ? PatternFindingKind::under_public_suffix
                              : PatternFindingKind::foreign_sites,
        whole(case_.query), intruder.origin, std::string{name_of(result_.breadth->origin_class)});
  }

  // An example for one cause is an origin that gets in when all others are removed.
  std::string witness_without(Remedy remedy, const Repair& repair, const Intruder& intruder) {
    if (repair.remedies.size() == 1) return intruder.origin;
    std::vector<Remedy> others;
    for (const Remedy other : repair.remedies)
      if (other != remedy) others.push_back(other);
    const auto pattern = apply(case_.query, case_.reading.parsed.tree, others);
    if (!pattern) return intruder.origin;
    PatternQuery partly = case_.query;
    partly.pattern = *pattern;
    const PatternReading reading = read_pattern(partly);
    if (!reading.automaton) return intruder.origin;
    Examination examination =
        examine(*reading.automaton, &reading.parsed.tree, Depth::breadth_only);
    if (!examination.named) return intruder.origin;
    const auto found = find_intruder(*examination.named);
    if (!found || !case_.confirmation.admits(found->origin)) return intruder.origin;
    return found->origin;
  }

  void add_cause(Remedy remedy, const Repair& repair, const Intruder& intruder) {
    const std::string witness = witness_without(remedy, repair, intruder);
    const Tree& tree = case_.reading.parsed.tree;
    switch (remedy) {
      case Remedy::anchor_end:
        return add_anchor(edge_range(tree, true), witness, "the end is open");
      case Remedy::anchor_start:
        return add_anchor(edge_range(tree, false), witness, "the start is open");
      case Remedy::group:
        return add_leaking_alternative(witness);
      case Remedy::add_boundary:
        for (const ByteRange& range : missing_boundaries(tree))
          add(PatternFindingKind::foreign_sites, range, witness,
              "no dot stands between this and the name behind it");
        return;
      case Remedy::escape_dots:
        break;
    }
    add_dots(repair, witness);
  }

  // Both ends open are one finding.
  void add_anchor(ByteRange range, const std::string& witness, std::string message) {
    for (PatternFinding& finding : result_.findings) {
      if (finding.kind != PatternFindingKind::unanchored) continue;
      finding.range = whole(case_.query);
      finding.message = "both ends are open";
      return;
    }
    add(PatternFindingKind::unanchored, range, witness, std::move(message));
  }

  // The first alternative that lacks one of the anchors.
  void add_leaking_alternative(const std::string& witness) {
    const Tree& tree = case_.reading.parsed.tree;
    ByteRange range = whole(case_.query);
    const Node& root = tree.at(tree.root);
    for (NodeIndex i = root.first_child; i != no_node; i = tree.at(i).next_sibling) {
      const std::string_view text = std::string_view{case_.query.pattern}.substr(
          tree.at(i).begin, tree.at(i).end - tree.at(i).begin);
      if (text.starts_with('^') && text.ends_with('$')) continue;
      range = {tree.at(i).begin, tree.at(i).end};
      break;
    }
    add(PatternFindingKind::unanchored_alternation, range, witness,
        "the anchors bind to one alternative each");
  }

  // A dot is to blame if the pattern stays too broad with all others escaped.
  void add_dots(const Repair& repair, const std::string& witness) {
    const std::vector<ByteRange> dots = bare_dots(case_.reading.parsed.tree);
    std::vector<Remedy> others;
    for (const Remedy other : repair.remedies)
      if (other != Remedy::escape_dots) others.push_back(other);
    bool blamed = false;
    for (const ByteRange& dot : dots) {
      if (dots.size() > 1 && !admits_foreign_sites_by(dot, dots, others)) continue;
      blamed = true;
      add(PatternFindingKind::unescaped_dot, dot, witness, "");
    }
    if (!blamed) add(PatternFindingKind::unescaped_dot, dots.front(), witness, "");
  }

  bool admits_foreign_sites_by(const ByteRange& dot, const std::vector<ByteRange>& dots,
                               const std::vector<Remedy>& others) const {
    std::vector<ByteRange> rest;
    for (const ByteRange& other : dots)
      if (other != dot) rest.push_back(other);
    PatternQuery escaped = case_.query;
    escaped.pattern = escape_dots(case_.query.pattern, rest);
    PatternReading reading = read_pattern(escaped);
    if (!reading.automaton) return false;
    if (!others.empty()) {
      const auto anchored = apply(escaped, reading.parsed.tree, others);
      if (!anchored) return false;
      escaped.pattern = *anchored;
      reading = read_pattern(escaped);
      if (!reading.automaton) return false;
    }
    return examine(*reading.automaton, &reading.parsed.tree, Depth::breadth_only).too_broad();
  }

  void judge_special_characters() {
    NamedHosts& named = *case_.examination.widely_named;
    const std::optional<Intruder> intruder = find_intruder(named);
    if (!intruder) return;
    result_.breadth = {OriginClass::special_character_host, intruder->origin};
    const auto repair = find_repair(case_.query, case_.reading, !named.sites.named.empty());
    if (repair) result_.repaired = repair->pattern;
    add(PatternFindingKind::special_character_host, whole(case_.query), intruder->origin, "");
  }

  Case& case_;
  BreadthJudgement result_;
  bool any_origin_ = false;
};

}  // namespace

ByteRange whole(const PatternQuery& query) {
  return {0, query.pattern.size()};
}

BreadthJudgement judge_breadth(Case& judged) {
  return BreadthJudge{judged}.judge();
}

}  // namespace corslint::pattern
