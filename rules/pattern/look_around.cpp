// A state of the result is a place in the program together with its open obligations and the
// trackers of all look-behinds. An obligation is the set of places where the body of a look-ahead
// may stand; it is met or broken when the body accepts or its set runs empty. A tracker is the set
// of places where the body of a look-behind may stand after the text read so far, begun anew at
// every character; the place behind the look-behind is open where the tracker accepts.

#include "rules/pattern/look_around.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "rules/pattern/surroundings.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t state_limit = 200'000;

using Places = std::vector<std::uint32_t>;  // sorted; instruction * 3 + what stands before

std::uint32_t place(std::uint32_t instruction, Before before) {
  return instruction * 3 + static_cast<std::uint32_t>(before);
}

struct Obligation {
  bool negated = false;
  Places body;
  friend bool operator==(const Obligation&, const Obligation&) = default;
  friend bool operator<(const Obligation& a, const Obligation& b) {
    return std::tie(a.negated, a.body) < std::tie(b.negated, b.body);
  }
};

struct Thread {
  std::uint32_t place = 0;
  std::vector<Obligation> obligations;  // sorted
  std::vector<Places> trackers;
  friend bool operator<(const Thread& a, const Thread& b) {
    return std::tie(a.place, a.obligations, a.trackers) <
           std::tie(b.place, b.obligations, b.trackers);
  }
};

// What a set of places can do without reading: accept, and which characters it may read.
struct Reach {
  bool accepts = false;
  std::vector<std::uint32_t> readers;  // instructions
};

class LookingBuilder {
 public:
  LookingBuilder(const Program& program, const Tree& tree) : program_{program}, tree_{tree} {
    for (std::uint32_t i = 0; i < program.instructions.size(); ++i) {
      const Instruction& instruction = program.instructions[i];
      if (instruction.kind == InstructionKind::look &&
          tree.at(instruction.node).direction == Direction::behind)
        behinds_.push_back(i);
    }
  }

  std::optional<Automaton> build() {
    Thread first{.place = place(program_.start, Before::start), .obligations = {}, .trackers = {}};
    for (const std::uint32_t behind : behinds_)
      first.trackers.push_back({place(program_.instructions[behind].first_target, Before::start)});
    automaton_.first_edge.clear();
    automaton_.accepting.clear();
    state_of(std::move(first));
    for (State state = 0; state < threads_.size(); ++state) {
      if (threads_.size() > state_limit) return std::nullopt;
      automaton_.first_edge.push_back(static_cast<std::uint32_t>(automaton_.edges.size()));
      automaton_.accepting.push_back(0);
      for (const NextKinds next : {word_next, other_next, end_next}) expand(state, next);
    }
    automaton_.first_edge.push_back(static_cast<std::uint32_t>(automaton_.edges.size()));
    return std::move(automaton_);
  }

 private:
  using Opened = std::vector<Obligation>;

  State state_of(Thread thread) {
    const auto [found, added] =
        states_.try_emplace(std::move(thread), static_cast<State>(threads_.size()));
    if (added) threads_.push_back(&found->first);
    return found->second;
  }

  Reach reach(const Places& places, NextKinds next) const {
    Reach result;
    std::set<std::uint32_t> seen(places.begin(), places.end());
    std::vector<std::uint32_t> open(places.begin(), places.end());
    const auto visit = [&](std::uint32_t instruction, std::uint32_t before) {
      if (seen.insert(instruction * 3 + before).second) open.push_back(instruction * 3 + before);
    };
    while (!open.empty()) {
      const std::uint32_t before = open.back() % 3;
      const std::uint32_t index = open.back() / 3;
      const Instruction& instruction = program_.instructions[index];
      open.pop_back();
      switch (instruction.kind) {
        case InstructionKind::accept:
          result.accepts = true;
          break;
        case InstructionKind::characters:
          result.readers.push_back(index);
          break;
        case InstructionKind::split:
          for (std::uint32_t i = 0; i < instruction.target_count; ++i)
            visit(program_.targets[instruction.first_target + i], before);
          break;
        case InstructionKind::assertion:
          if (holds(instruction, static_cast<Before>(before), next))
            visit(instruction.next, before);
          break;
        case InstructionKind::look:
          break;  // none inside another
      }
    }
    return result;
  }

  bool holds(const Instruction& instruction, Before before, NextKinds next) const {
    return (holds_before(instruction.assertion, before, tree_.empty_is_no_gap) & next) != 0;
  }

  void expand(State state, NextKinds next) {
    const Thread thread = *threads_[state];
    const auto before = static_cast<Before>(thread.place % 3);
    std::set<std::pair<std::uint32_t, Opened>> seen;
    std::vector<std::pair<std::uint32_t, Opened>> open;
    const auto visit = [&](std::uint32_t instruction, const Opened& opened) {
      if (seen.emplace(instruction, opened).second) open.emplace_back(instruction, opened);
    };
    visit(thread.place / 3, thread.obligations);
    while (!open.empty() && seen.size() < state_limit) {
      const auto [index, opened] = std::move(open.back());
      open.pop_back();
      const Instruction& instruction = program_.instructions[index];
      switch (instruction.kind) {
        case InstructionKind::accept:
          if (next == end_next && met_at_end(opened)) automaton_.accepting[state] = 1;
          break;
        case InstructionKind::characters:
          if (next != end_next) read(thread, instruction, opened, next);
          break;
        case InstructionKind::split:
          for (std::uint32_t i = 0; i < instruction.target_count; ++i)
            visit(program_.targets[instruction.first_target + i], opened);
          break;
        case InstructionKind::assertion:
          if (holds(instruction, before, next)) visit(instruction.next, opened);
          break;
        case InstructionKind::look:
          look(thread, index, opened, next, visit);
          break;
      }
    }
  }

  template <typename Visit>
  void look(const Thread& thread, std::uint32_t index, Opened opened, NextKinds next,
            const Visit& visit) {
    const Instruction& instruction = program_.instructions[index];
    const Node& node = tree_.at(instruction.node);
    if (node.direction == Direction::behind) {
      const auto found = std::find(behinds_.begin(), behinds_.end(), index);
      const auto tracker = static_cast<std::size_t>(found - behinds_.begin());
      if (reach(thread.trackers[tracker], next).accepts != node.negated)
        visit(instruction.next, opened);
      return;
    }
    Obligation obligation{
        .negated = node.negated,
        .body = {place(instruction.first_target, static_cast<Before>(thread.place % 3))}};
    const auto position = std::lower_bound(opened.begin(), opened.end(), obligation);
    if (position == opened.end() || *position != obligation)
      opened.insert(position, std::move(obligation));
    visit(instruction.next, opened);
  }

  bool met_at_end(const Opened& opened) const {
    return std::all_of(opened.begin(), opened.end(), [&](const Obligation& obligation) {
      return reach(obligation.body, end_next).accepts != obligation.negated;
    });
  }

  // Settles what the next character's kind decides, then goes on for each class of characters
  // between which neither obligations nor trackers can tell.
  void read(const Thread& thread, const Instruction& reader, const Opened& opened, NextKinds next) {
    std::vector<std::pair<bool, Reach>> pending;
    for (const Obligation& obligation : opened) {
      Reach body = reach(obligation.body, next);
      if (body.accepts && obligation.negated) return;
      if (!body.accepts) pending.emplace_back(obligation.negated, std::move(body));
    }
    std::vector<Reach> behinds;
    for (const Places& tracker : thread.trackers) behinds.push_back(reach(tracker, next));
    const CharacterClass readable = reader.characters & characters_of(next);
    if (readable.empty()) return;
    std::vector<CharacterClass> classes = {readable};
    for (const auto& [negated, body] : pending) refine(classes, body);
    for (const Reach& behind : behinds) refine(classes, behind);
    const Before before = next == word_next ? Before::word : Before::other;
    for (const CharacterClass characters : classes)
      step(reader, characters, before, pending, behinds);
  }

  void refine(std::vector<CharacterClass>& classes, const Reach& reach) const {
    for (const std::uint32_t reader : reach.readers)
      split_classes(classes, program_.instructions[reader].characters);
  }

  Places moved(const Reach& reach, CharacterClass characters, Before before) const {
    Places result;
    for (const std::uint32_t reader : reach.readers)
      if (program_.instructions[reader].characters.includes(characters))
        result.push_back(place(program_.instructions[reader].next, before));
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

  void step(const Instruction& reader, CharacterClass characters, Before before,
            const std::vector<std::pair<bool, Reach>>& pending, const std::vector<Reach>& behinds) {
    Thread next{.place = place(reader.next, before), .obligations = {}, .trackers = {}};
    for (const auto& [negated, body] : pending) {
      Places places = moved(body, characters, before);
      if (places.empty() && !negated) return;
      if (!places.empty())
        next.obligations.push_back({.negated = negated, .body = std::move(places)});
    }
    std::sort(next.obligations.begin(), next.obligations.end());
    next.obligations.erase(std::unique(next.obligations.begin(), next.obligations.end()),
                           next.obligations.end());
    for (std::size_t i = 0; i < behinds.size(); ++i) {
      Places places = moved(behinds[i], characters, before);
      places.push_back(place(program_.instructions[behinds_[i]].first_target, before));
      std::sort(places.begin(), places.end());
      places.erase(std::unique(places.begin(), places.end()), places.end());
      next.trackers.push_back(std::move(places));
    }
    automaton_.edges.push_back({characters, state_of(std::move(next)), reader.node});
  }

  const Program& program_;
  const Tree& tree_;
  std::vector<std::uint32_t> behinds_;
  std::map<Thread, State> states_;
  std::vector<const Thread*> threads_;
  Automaton automaton_;
};

}  // namespace

std::optional<Automaton> build_looking_automaton(const Program& program, const Tree& tree) {
  return LookingBuilder{program, tree}.build();
}

}  // namespace corslint::pattern
