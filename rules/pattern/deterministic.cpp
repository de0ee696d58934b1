#include "rules/pattern/deterministic.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace corslint::pattern {
namespace {

using Set = std::vector<std::uint64_t>;  // sorted; automaton number in the upper half

std::uint64_t member(std::size_t automaton, State state) {
  return (std::uint64_t{automaton} << 32U) | state;
}

const Automaton& automaton_of(std::span<const Automaton> automata, std::uint64_t member) {
  return automata[member >> 32U];
}

// Classes of characters between which no edge out of the set tells, none of them without an edge.
std::vector<CharacterClass> classes_of(std::span<const Automaton> automata, const Set& set) {
  std::vector<CharacterClass> classes;
  CharacterClass covered;
  for (const std::uint64_t element : set) {
    for (const Edge& edge : automaton_of(automata, element).edges_of(static_cast<State>(element))) {
      split_classes(classes, edge.characters);
      const CharacterClass fresh = edge.characters & ~covered;
      if (!fresh.empty()) classes.push_back(fresh);
      covered = covered | fresh;
    }
  }
  return classes;
}

// Steps to the same target become one.
void merge_steps(std::vector<Deterministic::Step>& steps) {
  std::sort(steps.begin(), steps.end(),
            [](const auto& a, const auto& b) { return a.target < b.target; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (kept > 0 && steps[kept - 1].target == steps[i].target)
      steps[kept - 1].characters = steps[kept - 1].characters | steps[i].characters;
    else
      steps[kept++] = steps[i];
  }
  steps.resize(kept);
}

std::vector<std::uint8_t> states_reaching(const Deterministic& automaton, Marks wanted) {
  std::vector<std::uint8_t> reaching(automaton.size(), 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (auto state = static_cast<State>(automaton.size()); state-- > 0;) {
      if (reaching[state] != 0) continue;
      bool reaches = (automaton.marks[state] & wanted) != 0;
      for (const auto& step : automaton.steps_of(state))
        reaches = reaches || reaching[step.target] != 0;
      if (!reaches) continue;
      reaching[state] = 1;
      changed = true;
    }
  }
  return reaching;
}

}  // namespace

State Deterministic::next(State state, unsigned char c) const {
  for (const Step& step : steps_of(state))
    if (step.characters.contains(c)) return step.target;
  return no_state;
}

std::optional<Deterministic> determinize(std::span<const Automaton> automata,
                                         std::size_t state_limit) {
  std::map<Set, State> states;
  std::vector<const Set*> sets;
  Deterministic result;
  const auto state_of = [&](Set set) {
    const auto [found, added] = states.try_emplace(std::move(set), static_cast<State>(sets.size()));
    if (added) sets.push_back(&found->first);
    return found->second;
  };
  Set start;
  for (std::size_t i = 0; i < automata.size(); ++i) start.push_back(member(i, 0));
  state_of(std::move(start));
  for (State state = 0; state < sets.size(); ++state) {
    if (sets.size() > state_limit) return std::nullopt;
    const Set& set = *sets[state];
    Marks marks = 0;
    for (const std::uint64_t element : set)
      if (automaton_of(automata, element).accepting[static_cast<State>(element)] != 0)
        marks |= Marks{1} << (element >> 32U);
    result.marks.push_back(marks);
    std::vector<Deterministic::Step> steps;
    for (const CharacterClass characters : classes_of(automata, set)) {
      Set next;
      for (const std::uint64_t element : set)
        for (const Edge& edge :
             automaton_of(automata, element).edges_of(static_cast<State>(element)))
          if (edge.characters.intersects(characters))
            next.push_back(member(element >> 32U, edge.target));
      std::sort(next.begin(), next.end());
      next.erase(std::unique(next.begin(), next.end()), next.end());
      steps.push_back({characters, state_of(std::move(next))});
    }
    merge_steps(steps);
    result.steps.insert(result.steps.end(), steps.begin(), steps.end());
    result.first_step.push_back(static_cast<std::uint32_t>(result.steps.size()));
  }
  return result;
}

namespace {

// Where each state goes on each class of characters between which no step of the automaton tells;
// no_state where it leads to nothing wanted.
class Table {
 public:
  Table(const Deterministic& automaton, const std::vector<std::uint8_t>& reaching) {
    classes_ = {every_character};
    for (const auto& step : automaton.steps) split_classes(classes_, step.characters);
    std::array<std::uint8_t, 128> class_of{};
    for (std::size_t i = 0; i < classes_.size(); ++i)
      for_each_character(classes_[i],
                         [&](unsigned char c) { class_of[c] = static_cast<std::uint8_t>(i); });
    targets_.assign(automaton.size() * classes_.size(), no_state);
    for (State state = 0; state < automaton.size(); ++state)
      for (const auto& step : automaton.steps_of(state))
        if (reaching[step.target] != 0)
          for_each_character(step.characters, [&](unsigned char c) {
            targets_[state * classes_.size() + class_of[c]] = step.target;
          });
  }

  std::span<const CharacterClass> classes() const { return classes_; }
  State target(State state, std::size_t characters) const {
    return targets_[state * classes_.size() + characters];
  }

 private:
  std::vector<CharacterClass> classes_;
  std::vector<State> targets_;
};

// The blocks that remain when states of one block are told apart by the blocks they lead to.
std::size_t refine(const Table& table, std::vector<State>& block) {
  std::map<std::vector<State>, State> refined;
  std::vector<State> next(block.size(), no_state);
  std::vector<State> key(table.classes().size() + 1);
  for (State state = 0; state < block.size(); ++state) {
    if (block[state] == no_state) continue;
    key.back() = block[state];
    for (std::size_t i = 0; i < table.classes().size(); ++i) {
      const State target = table.target(state, i);
      key[i] = target == no_state ? no_state : block[target];
    }
    next[state] = refined.try_emplace(key, static_cast<State>(refined.size())).first->second;
  }
  block = std::move(next);
  return refined.size();
}

}  // namespace

// Moore's algorithm: blocks are split by marks, then by where each class of characters leads, until
// nothing splits.
Deterministic minimize(const Deterministic& automaton, Marks wanted) {
  const std::vector<std::uint8_t> reaching = states_reaching(automaton, wanted);
  const Table table{automaton, reaching};
  std::vector<State> block(automaton.size(), no_state);
  std::map<Marks, State> by_marks;
  for (State state = 0; state < automaton.size(); ++state) {
    if (reaching[state] == 0 && state != 0) continue;
    const auto next = static_cast<State>(by_marks.size());
    block[state] = by_marks.try_emplace(automaton.marks[state], next).first->second;
  }
  std::size_t blocks = by_marks.size();
  for (std::size_t before = 0; before != blocks;) {
    before = blocks;
    blocks = refine(table, block);
  }
  Deterministic result;
  for (State state = 0; state < automaton.size(); ++state) {
    if (block[state] != static_cast<State>(result.marks.size())) continue;
    result.marks.push_back(automaton.marks[state]);
    std::vector<Deterministic::Step> steps;
    for (std::size_t i = 0; i < table.classes().size(); ++i)
      if (const State target = table.target(state, i); target != no_state)
        steps.push_back({table.classes()[i], block[target]});
    merge_steps(steps);
    result.steps.insert(result.steps.end(), steps.begin(), steps.end());
    result.first_step.push_back(static_cast<std::uint32_t>(result.steps.size()));
  }
  return result;
}

}  // namespace corslint::pattern
