// The label is read from its last character to its first over a graph whose nodes are a host state
// and what kind of character was read last. Nodes from which the label can still be completed are
// found backwards from its beginnings, with all lengths up to 63 that complete it; a cycle among
// them makes the language pumpable. Enumeration goes length by length and walks sets of nodes, only
// where a completion of exactly the length that is left exists.

#include "rules/pattern/label_language.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace corslint::pattern {
namespace {

constexpr std::size_t label_limit = 63;
constexpr CharacterClass edge_characters = lower_letters | digits;
constexpr std::uint8_t nothing = 0;
constexpr std::uint8_t inner = 1;
constexpr std::uint8_t edge = 2;

}  // namespace

struct LabelLanguage::Enumeration {
  std::size_t limit = 0;
  std::string word;
  std::vector<std::string> words;
};

LabelLanguage::LabelLanguage(const HostSets& sets, SetNumber from, LabelKind kind, LabelBegin begin)
    : kind_{kind}, numbers_{sets.hosts().size(), 3} {
  if (from == empty_set) return;
  for (const State state : sets.states(from)) starts_.push_back(node_of(state, nothing));
  explore(sets, begin);
  const ReverseIndex reversed{nodes_.size(), [&](const auto& visit) {
                                for (std::uint32_t node = 0; node < nodes_.size(); ++node)
                                  for (const Step& step : steps_of(node)) visit(node, step.target);
                              }};
  measure(reversed);
  starts_.erase(std::remove_if(starts_.begin(), starts_.end(),
                               [&](std::uint32_t node) { return !useful(node); }),
                starts_.end());
  find_cycles(reversed);
}

std::uint32_t LabelLanguage::node_of(State state, std::uint8_t last) {
  const auto [number, added] = numbers_.find_or_add(state, last);
  if (added) nodes_.push_back({.state = state, .last = last});
  return number;
}

void LabelLanguage::explore(const HostSets& sets, LabelBegin begin) {
  const bool strict = kind_ == LabelKind::registrable;
  // Nodes are added on the way.
  std::uint32_t number = 0;
  while (number < nodes_.size()) {
    const State state = nodes_[number].state;
    const std::uint8_t last = nodes_[number].last;
    bool boundary = begin == LabelBegin::start_or_dot && sets.hosts().starts[state] != 0;
    for (const auto& step : sets.hosts().steps_of(state)) {
      const CharacterClass taken = sets.taken(step);
      boundary = boundary || taken.contains('.');
      const CharacterClass at_edge = taken & (strict ? edge_characters : label_characters);
      const CharacterClass inside =
          strict && last != nothing ? taken & one_of('-') : CharacterClass{};
      if (!at_edge.empty()) steps_.push_back({at_edge, node_of(step.target, edge), step.wide});
      if (!inside.empty()) steps_.push_back({inside, node_of(step.target, inner), step.wide});
    }
    nodes_[number++].end = boundary && last == edge;
    first_step_.push_back(static_cast<std::uint32_t>(steps_.size()));
  }
}

// Lengths flow backwards along the steps until nothing new comes. A node that leads to itself is
// completed by every greater length as well.
void LabelLanguage::measure(const ReverseIndex& reversed) {
  std::vector<std::uint8_t> looping(nodes_.size(), 0);
  std::vector<std::uint32_t> open;
  for (std::uint32_t number = 0; number < nodes_.size(); ++number) {
    for (const Step& step : steps_of(number)) looping[number] |= step.target == number ? 1 : 0;
    if (!nodes_[number].end) continue;
    nodes_[number].lengths = looping[number] != 0 ? ~std::uint64_t{0} : 1;
    open.push_back(number);
  }
  work_ += steps_.size();
  while (!open.empty()) {
    std::vector<std::uint32_t> changed;
    for (const std::uint32_t number : open) {
      for (const std::uint32_t source : reversed.sources_of(number)) {
        ++work_;
        std::uint64_t lengths = nodes_[source].lengths | (nodes_[number].lengths << 1U);
        if (looping[source] != 0 && lengths != 0)
          lengths = ~std::uint64_t{0} << static_cast<unsigned>(std::countr_zero(lengths));
        if (lengths == nodes_[source].lengths) continue;
        nodes_[source].lengths = lengths;
        changed.push_back(source);
      }
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    open = std::move(changed);
  }
}

// Peels off useful nodes without useful steps until none is left; what stays lies on or before a
// cycle.
void LabelLanguage::find_cycles(const ReverseIndex& reversed) {
  std::vector<std::uint32_t> remaining(nodes_.size(), 0);
  std::vector<std::uint32_t> open;
  std::size_t left = 0;
  for (std::uint32_t number = 0; number < nodes_.size(); ++number) {
    if (!useful(number)) continue;
    ++left;
    for (const Step& step : steps_of(number)) {
      if (!useful(step.target)) continue;
      ++remaining[number];
      wide_ = wide_ || step.wide;
    }
    if (remaining[number] == 0) open.push_back(number);
  }
  while (!open.empty()) {
    const std::uint32_t number = open.back();
    open.pop_back();
    --left;
    for (const std::uint32_t source : reversed.sources_of(number))
      if (useful(source) && --remaining[source] == 0) open.push_back(source);
  }
  pumpable_ = left > 0;
}

std::vector<std::string> LabelLanguage::words(std::size_t limit) const {
  Enumeration enumeration{.limit = limit, .word = {}, .words = {}};
  for (std::size_t length = 1; length <= label_limit; ++length) {
    std::vector<std::uint32_t> nodes;
    for (const std::uint32_t start : starts_)
      if ((nodes_[start].lengths >> length & 1U) != 0) nodes.push_back(start);
    if (!nodes.empty() && enumeration.words.size() < limit) enumerate(nodes, length, enumeration);
  }
  return std::move(enumeration.words);
}

void LabelLanguage::enumerate(const std::vector<std::uint32_t>& nodes, std::size_t length,
                              Enumeration& enumeration) const {
  if (length == 0) {
    enumeration.words.emplace_back(enumeration.word.rbegin(), enumeration.word.rend());
    return;
  }
  const auto leads_on = [&](const Step& step) {
    return (nodes_[step.target].lengths >> (length - 1) & 1U) != 0;
  };
  // Characters between which no step tells lead to the same nodes.
  std::vector<CharacterClass> classes = {label_characters};
  CharacterClass readable;
  for (const std::uint32_t node : nodes) {
    for (const Step& step : steps_of(node)) {
      if (!leads_on(step)) continue;
      readable = readable | step.characters;
      split_classes(classes, step.characters);
    }
  }
  for (const CharacterClass characters : classes) {
    if (!characters.intersects(readable) || enumeration.words.size() >= enumeration.limit) continue;
    std::vector<std::uint32_t> next;
    for (const std::uint32_t node : nodes)
      for (const Step& step : steps_of(node))
        if (step.characters.intersects(characters) && leads_on(step)) next.push_back(step.target);
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    for_each_character(characters & readable, [&](unsigned char c) {
      if (enumeration.words.size() >= enumeration.limit) return;
      enumeration.word.push_back(static_cast<char>(c));
      enumerate(next, length - 1, enumeration);
      enumeration.word.pop_back();
    });
  }
}

// A search over nodes and how much of `part` was read, from its last character on: 0 before it, its
// length within or behind it.
std::optional<std::string> LabelLanguage::with(std::string_view part, Position position) const {
  struct Found {
    std::uint32_t node;
    std::uint32_t read;
    std::uint32_t parent;
    unsigned char character;
  };
  const bool free_tail = position == Position::beginning || position == Position::inside;
  const bool free_head = position == Position::end || position == Position::inside;
  const auto length = static_cast<std::uint32_t>(part.size());
  PairIndex seen{nodes_.size(), part.size() + 1};
  std::vector<Found> found;
  const auto visit = [&](std::uint32_t node, std::uint32_t read, std::uint32_t parent,
                         unsigned char character) {
    if (seen.find_or_add(node, read).second) found.push_back({node, read, parent, character});
  };
  for (const std::uint32_t start : starts_) visit(start, 0, no_state, 0);
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Found at = found[i];
    if (at.read == length && nodes_[at.node].end) {
      std::string word;
      for (std::uint32_t f = i; found[f].parent != no_state; f = found[f].parent)
        word += static_cast<char>(found[f].character);
      if (word.size() <= label_limit) return word;
      return std::nullopt;
    }
    for (const Step& step : steps_of(at.node)) {
      if (!useful(step.target)) continue;
      const bool before = at.read == 0 && free_tail;
      const bool behind = at.read == length && free_head;
      if (before || behind) visit(step.target, at.read, i, telling_character(step.characters));
      if (at.read < length) {
        const auto wanted = static_cast<unsigned char>(part[length - 1 - at.read]);
        if (step.characters.contains(wanted)) visit(step.target, at.read + 1, i, wanted);
      }
    }
  }
  return std::nullopt;
}

}  // namespace corslint::pattern
