// Repairs are edits of the pattern's text at the places its tree remembers. Sets of remedies are
// tried from the smallest on; each makes a new pattern that goes through the same decision as the
// first, so a repair that is offered is one that was proved.

#include "rules/pattern/repair.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/pattern/examination.h"

namespace corslint::pattern {
namespace {

struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::string edited(const std::string& pattern, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string result;
  std::size_t from = 0;
  for (const Edit& edit : edits) {
    result.append(pattern, from, edit.begin - from);
    result += edit.text;
    from = edit.end;
  }
  return result.append(pattern, from);
}

// Flags at the beginning must stay there.
std::size_t leading_flags(const std::string& pattern) {
  if (!pattern.starts_with("(?")) return 0;
  const std::size_t end = pattern.find_first_not_of("aiLmsuxU", 2);
  return end != std::string::npos && end > 2 && pattern[end] == ')' ? end + 1 : 0;
}

bool ends_in_anchor(const std::string& pattern) {
  return pattern.ends_with('$') && !pattern.ends_with("\\$");
}

bool contains(const std::vector<Remedy>& remedies, Remedy remedy) {
  return std::find(remedies.begin(), remedies.end(), remedy) != remedies.end();
}

bool has_alternatives(const Tree& tree) {
  return tree.at(tree.root).kind == NodeKind::alternatives;
}

// Alternatives that left the scheme to the first one get it themselves: between anchors they could
// match nothing without it.
void spell_schemes(const PatternQuery& query, const Tree& tree, std::vector<Edit>& edits) {
  const auto text_of = [&](NodeIndex i) {
    const std::size_t begin = tree.at(i).begin;
    std::string_view text = std::string_view{query.pattern}.substr(begin, tree.at(i).end - begin);
    if (text.starts_with('^')) text.remove_prefix(1);
    return text;
  };
  const NodeIndex first = tree.at(tree.root).first_child;
  const std::string_view text = text_of(first);
  const std::size_t scheme = text.find("://");
  if (!text.starts_with("http") || scheme == std::string_view::npos || scheme > 6) return;
  for (NodeIndex i = tree.at(first).next_sibling; i != no_node; i = tree.at(i).next_sibling) {
    const std::string_view other = text_of(i);
    if (other.empty() || other.find(':') != std::string_view::npos || other.starts_with("null") ||
        !label_characters.contains(static_cast<unsigned char>(other.front())))
      continue;
    const auto begin = static_cast<std::size_t>(other.data() - query.pattern.data());
    edits.push_back({begin, begin, std::string{text.substr(0, scheme + 3)}});
  }
}

// Anchors around the whole; around alternatives they need a group, and those inside go.
bool anchor(const PatternQuery& query, const Tree& tree, const std::vector<Remedy>& remedies,
            std::vector<Edit>& edits) {
  const bool group = contains(remedies, Remedy::group);
  bool start = contains(remedies, Remedy::anchor_start);
  bool end = contains(remedies, Remedy::anchor_end);
  const std::size_t begin = leading_flags(query.pattern);
  const std::size_t size = query.pattern.size();
  const bool anchored_start = query.pattern.substr(begin).starts_with('^');
  const bool anchored_end = ends_in_anchor(query.pattern);
  // With an anchor at each end only their scope is wrong.
  const bool start_bound = anchored_start || query.mode == MatchMode::prefix ||
                           query.mode == MatchMode::prefix_with_dollar;
  const bool end_bound = anchored_end || query.mode == MatchMode::suffix ||
                         query.mode == MatchMode::prefix_with_dollar;
  if (group && (!has_alternatives(tree) || !start_bound || !end_bound)) return false;
  if (has_alternatives(tree)) {
    if (!group && !start && !end) return true;
    start = start || group;
    end = end || group;
    const bool keep_start = start || anchored_start;
    edits.push_back({begin, begin + (anchored_start ? 1 : 0), keep_start ? "^(?:" : "(?:"});
    edits.push_back({size - (anchored_end ? 1 : 0), size, end || anchored_end ? ")$" : ")"});
    spell_schemes(query, tree, edits);
    return true;
  }
  if ((start && anchored_start) || (end && anchored_end)) return false;
  if (start) edits.push_back({begin, begin, "^"});
  if (end) edits.push_back({size, size, "$"});
  return true;
}

bool fits_mode(Remedy remedy, MatchMode mode) {
  switch (remedy) {
    case Remedy::anchor_start:
      return mode == MatchMode::search || mode == MatchMode::suffix;
    case Remedy::anchor_end:
      return mode == MatchMode::search || mode == MatchMode::prefix;
    case Remedy::group:
      return mode != MatchMode::full;
    case Remedy::escape_dots:
    case Remedy::add_boundary:
      break;
  }
  return true;
}

using Set = std::vector<Remedy>;

// Smallest first; of one size the likeliest first.
const std::vector<Set>& remedy_sets() {
  using enum Remedy;
  static const std::vector<Set> sets = {
      {group},
      {anchor_end},
      {anchor_start},
      {escape_dots},
      {add_boundary},
      {anchor_end, anchor_start},
      {anchor_end, escape_dots},
      {anchor_start, escape_dots},
      {group, escape_dots},
      {anchor_end, add_boundary},
      {anchor_start, add_boundary},
      {escape_dots, add_boundary},
      {anchor_end, anchor_start, escape_dots},
      {anchor_end, anchor_start, add_boundary},
      {anchor_end, escape_dots, add_boundary},
      {anchor_end, anchor_start, escape_dots, add_boundary},
  };
  return sets;
}

// Whether the pattern is not too broad and still admits something of what it was written for.
bool helps(const PatternQuery& query, bool names_sites) {
  const PatternReading reading = read_pattern(query);
  if (!reading.automaton) return false;
  const Examination examination =
      examine(*reading.automaton, &reading.parsed.tree, Depth::breadth_only);
  if (!examination.too_deep.empty() || examination.too_broad() || examination.admits_nothing())
    return false;
  if (!names_sites)
    return examination.kinds.custom_scheme.empty() || !examination.kinds.domain.empty();
  return examination.named && examination.named->sites.count > 0;
}

void find_boundaries(const Tree& tree, NodeIndex index, std::vector<ByteRange>& found) {
  const Node& node = tree.at(index);
  if (node.kind == NodeKind::look) return;
  for (NodeIndex i = node.first_child; i != no_node; i = tree.at(i).next_sibling) {
    find_boundaries(tree, i, found);
    const NodeIndex next = tree.at(i).next_sibling;
    if (node.kind != NodeKind::sequence || next == no_node) continue;
    const Node& child = tree.at(i);
    const Node& behind = tree.at(next);
    if (child.kind != NodeKind::repeat || child.maximum != unbounded) continue;
    const Node& body = tree.at(child.first_child);
    const bool wide =
        body.kind == NodeKind::characters && (body.characters & label_characters).size() >= 10;
    const bool literal = behind.kind == NodeKind::characters &&
                         behind.spelling == Spelling::literal &&
                         behind.characters.intersects(registrable_characters);
    if (wide && literal) found.push_back({child.begin, child.end});
  }
}

void find_dots(const Tree& tree, NodeIndex index, bool alone, std::vector<ByteRange>& found) {
  const Node& node = tree.at(index);
  if (node.kind == NodeKind::characters && node.spelling == Spelling::dot && alone)
    found.push_back({node.begin, node.end});
  for (NodeIndex i = node.first_child; i != no_node; i = tree.at(i).next_sibling)
    find_dots(tree, i, node.kind != NodeKind::repeat, found);
}

}  // namespace

std::vector<ByteRange> bare_dots(const Tree& tree) {
  std::vector<ByteRange> found;
  find_dots(tree, tree.root, true, found);
  return found;
}

std::vector<ByteRange> missing_boundaries(const Tree& tree) {
  std::vector<ByteRange> found;
  find_boundaries(tree, tree.root, found);
  return found;
}

std::string escape_dots(const std::string& pattern, const std::vector<ByteRange>& dots) {
  std::vector<Edit> edits;
  edits.reserve(dots.size());
  for (const ByteRange& dot : dots) edits.push_back({dot.begin, dot.end, "\\."});
  return edited(pattern, std::move(edits));
}

std::optional<std::string> apply(const PatternQuery& query, const Tree& tree,
                                 const std::vector<Remedy>& remedies) {
  for (const Remedy remedy : remedies)
    if (!fits_mode(remedy, query.mode)) return std::nullopt;
  std::vector<Edit> edits;
  if (!anchor(query, tree, remedies, edits)) return std::nullopt;
  if (contains(remedies, Remedy::escape_dots)) {
    const std::vector<ByteRange> dots = bare_dots(tree);
    if (dots.empty()) return std::nullopt;
    for (const ByteRange& dot : dots) edits.push_back({dot.begin, dot.end, "\\."});
  }
  if (contains(remedies, Remedy::add_boundary)) {
    const std::vector<ByteRange> places = missing_boundaries(tree);
    if (places.empty()) return std::nullopt;
    for (const ByteRange& place : places)
      edits.push_back(
          {place.begin, place.end,
           "(?:" + query.pattern.substr(place.begin, place.end - place.begin) + "\\.)?"});
  }
  return edited(query.pattern, std::move(edits));
}

namespace {

// An end that is closed asks for the start to be closed as well, where that takes nothing away.
std::string anchored_too(const PatternQuery& query, const PatternReading& reading, Set remedies,
                         std::string pattern, bool names_sites) {
  if (query.mode != MatchMode::search || !contains(remedies, Remedy::anchor_end) ||
      contains(remedies, Remedy::anchor_start))
    return pattern;
  remedies.push_back(Remedy::anchor_start);
  std::optional<std::string> both = apply(query, reading.parsed.tree, remedies);
  if (!both) return pattern;
  PatternQuery repaired = query;
  repaired.pattern = *both;
  return helps(repaired, names_sites) ? std::move(*both) : pattern;
}

}  // namespace

std::optional<Repair> find_repair(const PatternQuery& query, const PatternReading& reading,
                                  bool names_sites) {
  for (const Set& remedies : remedy_sets()) {
    std::optional<std::string> pattern = apply(query, reading.parsed.tree, remedies);
    if (!pattern) continue;
    PatternQuery repaired = query;
    repaired.pattern = *pattern;
    if (helps(repaired, names_sites))
      return Repair{remedies,
                    anchored_too(query, reading, remedies, std::move(*pattern), names_sites)};
    // A pattern that never spelled a scheme needs one where its start is closed.
    const bool may_spell_scheme = query.pattern.find('/') != std::string::npos;
    const std::size_t caret = leading_flags(*pattern);
    if (may_spell_scheme || !contains(remedies, Remedy::anchor_start) ||
        !pattern->substr(caret).starts_with('^'))
      continue;
    repaired.pattern = *pattern;
    repaired.pattern.insert(caret + 1, "https://");
    if (helps(repaired, names_sites)) return Repair{remedies, repaired.pattern};
  }
  return std::nullopt;
}

}  // namespace corslint::pattern
