// A state is an instruction together with what stands before it: the beginning of the text, a word
// character or another. From each state all instructions within reach of empty steps are visited
// with the set of next things (word character, other character, end) under which the assertions
// passed on the way hold. Its edges and its acceptance fall out of that one visit.

#include "rules/pattern/automaton.h"

#include <algorithm>
#include <utility>

#include "rules/pattern/look_around.h"
#include "rules/pattern/program.h"
#include "rules/pattern/reverse_index.h"
#include "rules/pattern/surroundings.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t edge_limit = 5'000'000;

class Builder {
 public:
  Builder(const Program& program, const Tree& tree) : program_{program}, tree_{tree} {
    for (const Instruction& instruction : program.instructions) {
      if (instruction.kind != InstructionKind::assertion) continue;
      start_counts_ = start_counts_ || instruction.assertion != Assertion::end;
    }
    states_.assign(program.instructions.size() * 3, no_state);
    seen_.assign(program.instructions.size(), 0);
    seen_in_.assign(program.instructions.size(), no_state);
  }

  std::optional<Automaton> build() {
    automaton_.first_edge.clear();
    automaton_.accepting.clear();
    state_of(program_.start, Before::start);
    for (State state = 0; state < places_.size(); ++state) {
      automaton_.first_edge.push_back(static_cast<std::uint32_t>(automaton_.edges.size()));
      automaton_.accepting.push_back(0);
      expand(state);
      if (automaton_.edges.size() > edge_limit) return std::nullopt;
    }
    automaton_.first_edge.push_back(static_cast<std::uint32_t>(automaton_.edges.size()));
    return std::move(automaton_);
  }

 private:
  struct Place {
    std::uint32_t instruction;
    Before before;
  };

  State state_of(std::uint32_t instruction, Before before) {
    if (!tree_.bounding && (before != Before::start || !start_counts_)) before = Before::other;
    State& state = states_[std::size_t{instruction} * 3 + static_cast<std::size_t>(before)];
    if (state == no_state) {
      state = static_cast<State>(places_.size());
      places_.push_back({instruction, before});
    }
    return state;
  }

  void visit(std::uint32_t instruction, NextKinds next, State from) {
    if (seen_in_[instruction] != from) {
      seen_in_[instruction] = from;
      seen_[instruction] = 0;
    }
    if ((next & ~seen_[instruction]) == 0) return;
    seen_[instruction] |= next;
    open_.emplace_back(instruction, next);
  }

  void expand(State state) {
    const Place place = places_[state];
    visit(place.instruction, any_next, state);
    while (!open_.empty()) {
      const auto [index, next] = open_.back();
      open_.pop_back();
      const Instruction& instruction = program_.instructions[index];
      switch (instruction.kind) {
        case InstructionKind::accept:
          if ((next & end_next) != 0) automaton_.accepting[state] = 1;
          break;
        case InstructionKind::split:
          for (std::uint32_t i = instruction.target_count; i-- > 0;)
            visit(program_.targets[instruction.first_target + i], next, state);
          break;
        case InstructionKind::assertion:
          visit(instruction.next,
                next & holds_before(instruction.assertion, place.before, tree_.empty_is_no_gap),
                state);
          break;
        case InstructionKind::characters:
          read(instruction, next);
          break;
        case InstructionKind::look:
          break;
      }
    }
  }

  void read(const Instruction& instruction, NextKinds next) {
    const CharacterClass readable = instruction.characters & characters_of(next);
    if (!tree_.bounding) {
      if (!readable.empty())
        connect(readable, state_of(instruction.next, Before::other), instruction.node);
      return;
    }
    const CharacterClass word = readable & word_characters;
    const CharacterClass other = readable & ~word_characters;
    if (!word.empty()) connect(word, state_of(instruction.next, Before::word), instruction.node);
    if (!other.empty()) connect(other, state_of(instruction.next, Before::other), instruction.node);
  }

  void connect(CharacterClass characters, State target, NodeIndex node) {
    automaton_.edges.push_back({characters, target, node});
  }

  const Program& program_;
  const Tree& tree_;
  bool start_counts_ = false;
  std::vector<State> states_;
  std::vector<NextKinds> seen_;
  std::vector<State> seen_in_;
  std::vector<std::pair<std::uint32_t, NextKinds>> open_;
  std::vector<Place> places_;
  Automaton automaton_;
};

// States from which acceptance can be reached, found backwards.
std::vector<std::uint8_t> live_states(const Automaton& automaton) {
  const ReverseIndex reversed{automaton.size(), [&](const auto& visit) {
                                for (State state = 0; state < automaton.size(); ++state)
                                  for (const Edge& edge : automaton.edges_of(state))
                                    visit(state, edge.target);
                              }};
  std::vector<std::uint8_t> live(automaton.accepting);
  std::vector<State> open;
  for (State state = 0; state < automaton.size(); ++state)
    if (live[state] != 0) open.push_back(state);
  while (!open.empty()) {
    const State state = open.back();
    open.pop_back();
    for (const State source : reversed.sources_of(state)) {
      if (live[source] != 0) continue;
      live[source] = 1;
      open.push_back(source);
    }
  }
  return live;
}

}  // namespace

Automaton without_dead_states(const Automaton& automaton) {
  const std::vector<std::uint8_t> live = live_states(automaton);
  if (std::find(live.begin(), live.end(), 0) == live.end()) return automaton;
  std::vector<State> renamed(automaton.size(), no_state);
  State count = 0;
  for (State state = 0; state < automaton.size(); ++state)
    if (live[state] != 0 || state == 0) renamed[state] = count++;
  Automaton result;
  result.first_edge.clear();
  result.accepting.clear();
  for (State state = 0; state < automaton.size(); ++state) {
    if (renamed[state] == no_state) continue;
    result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
    result.accepting.push_back(automaton.accepting[state]);
    for (const Edge& edge : automaton.edges_of(state))
      if (live[edge.target] != 0)
        result.edges.push_back({edge.characters, renamed[edge.target], edge.node});
  }
  result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  return result;
}

std::optional<Automaton> build_automaton(const Tree& tree, MatchMode mode) {
  const std::optional<Program> program = compile(tree, mode);
  if (!program) return std::nullopt;
  std::optional<Automaton> automaton =
      tree.looking ? build_looking_automaton(*program, tree) : Builder{*program, tree}.build();
  if (!automaton) return std::nullopt;
  return without_dead_states(*automaton);
}

bool accepts(const Automaton& automaton, std::string_view text) {
  std::vector<State> current = {0};
  std::vector<State> next;
  std::vector<std::size_t> seen(automaton.size(), 0);
  std::size_t step = 0;
  for (const char c : text) {
    ++step;
    next.clear();
    for (const State state : current) {
      for (const Edge& edge : automaton.edges_of(state)) {
        if (!edge.characters.contains(static_cast<unsigned char>(c)) || seen[edge.target] == step)
          continue;
        seen[edge.target] = step;
        next.push_back(edge.target);
      }
    }
    std::swap(current, next);
  }
  return std::any_of(current.begin(), current.end(),
                     [&](State state) { return automaton.accepting[state] != 0; });
}

}  // namespace corslint::pattern
