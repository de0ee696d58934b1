#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/pattern/host_automaton.h"

namespace corslint::pattern {

/// The number of a set of host states; 0 is the empty set.
using SetNumber = std::uint32_t;
inline constexpr SetNumber empty_set = 0;

/// Which steps a walk takes: all of them, or beside dots only those through narrow classes, which
/// spell what the pattern's author wrote down.
enum class Reading : std::uint8_t { all, narrow };

/// Sets of host states and where a character leads from them, to the left. Sets are kept and
/// numbered, steps remembered.
class HostSets {
 public:
  HostSets(const HostAutomaton& hosts, Reading reading);

  /// Before the end of a host: the ends, and what stands before a trailing dot.
  SetNumber ends();
  SetNumber step(SetNumber set, unsigned char c);
  /// Reads `text` from its last character to its first.
  SetNumber read(SetNumber set, std::string_view text);

  const std::vector<State>& states(SetNumber set) const { return sets_[set].states; }
  /// Whether the host may begin at a state of the set.
  bool starts(SetNumber set) const { return sets_[set].starts; }
  /// Whether hosts of any length may stand before the set.
  bool extended(SetNumber set) const { return sets_[set].extended; }
  CharacterClass readable(SetNumber set) const { return sets_[set].readable; }
  std::size_t size() const { return sets_.size(); }
  const HostAutomaton& hosts() const { return hosts_; }
  /// The characters on which a walk of this reading takes `step`.
  CharacterClass taken(const HostAutomaton::Step& step) const {
    const bool closed = reading_ == Reading::narrow && step.wide;
    return closed ? step.characters & one_of('.') : step.characters;
  }

 private:
  struct Set {
    std::vector<State> states;  // sorted
    std::vector<SetNumber> next;
    CharacterClass readable;
    bool starts = false;
    bool extended = false;
  };
  static constexpr SetNumber unknown = ~SetNumber{0};

  SetNumber number_of(std::vector<State> states);

  const HostAutomaton& hosts_;
  Reading reading_;
  std::deque<Set> sets_;
  std::unordered_multimap<std::uint64_t, SetNumber> by_hash_;
};

}  // namespace corslint::pattern
