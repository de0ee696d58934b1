#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/host_sets.h"
#include "rules/pattern/pair_index.h"
#include "rules/pattern/reverse_index.h"

namespace corslint::pattern {

/// Which labels count: those that a registry sells (letters, digits, inner hyphens), or all that a
/// browser and the DNS carry.
enum class LabelKind : std::uint8_t { registrable, any };

/// What must stand before a label: the beginning of the host or a dot, or a dot.
enum class LabelBegin : std::uint8_t { start_or_dot, dot };

/// The labels of at most 63 characters that can be read leftwards from a set of host states.
class LabelLanguage {
 public:
  LabelLanguage(const HostSets& sets, SetNumber from, LabelKind kind, LabelBegin begin);

  bool empty() const { return starts_.empty(); }
  /// Whether labels of any length could be read.
  bool pumpable() const { return pumpable_; }
  /// Whether a wide class helps to spell a label.
  bool wide() const { return wide_; }
  /// How many steps were looked at to build this.
  std::size_t work() const { return work_; }
  /// Up to `limit` labels, without repetition, the shortest first.
  std::vector<std::string> words(std::size_t limit) const;
  /// Whether `part` may stand at the beginning, at the end or anywhere in a label: the shortest
  /// such label.
  enum class Position : std::uint8_t { whole, beginning, end, inside };
  std::optional<std::string> with(std::string_view part, Position position) const;

 private:
  struct Step {
    CharacterClass characters;
    std::uint32_t target = 0;
    bool wide = false;
  };
  struct Node {
    State state = 0;
    std::uint8_t last = 0;  // nothing read, an inner character, one that may stand at the edge
    bool end = false;
    std::uint64_t lengths = 0;  // bit n: an end is n characters away
  };
  struct Enumeration;

  std::uint32_t node_of(State state, std::uint8_t last);
  void explore(const HostSets& sets, LabelBegin begin);
  void measure(const ReverseIndex& reversed);
  void find_cycles(const ReverseIndex& reversed);
  std::span<const Step> steps_of(std::uint32_t node) const {
    return {steps_.data() + first_step_[node], steps_.data() + first_step_[node + 1]};
  }
  bool useful(std::uint32_t node) const { return nodes_[node].lengths != 0; }
  void enumerate(const std::vector<std::uint32_t>& nodes, std::size_t length,
                 Enumeration& enumeration) const;

  LabelKind kind_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> first_step_ = {0};
  std::vector<Step> steps_;
  std::vector<std::uint32_t> starts_;
  PairIndex numbers_;
  bool pumpable_ = false;
  bool wide_ = false;
  std::size_t work_ = 0;
};

}  // namespace corslint::pattern
