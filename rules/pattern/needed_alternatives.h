#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/product.h"
#include "rules/pattern/reverse_index.h"
#include "rules/pattern/state_sets.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// Alternatives that a pattern cannot do without, told by an origin that is admitted through one of
/// them and by nothing else. An alternative that is not contained may be needed all the same.
/// `tree`, `automaton` and the products must outlive it.
class NeededAlternatives {
 public:
  NeededAlternatives(const Tree& tree, const Automaton& automaton);

  /// Takes origins from `product`, a product of the automaton. Without one nothing is contained.
  void add(const Product& product);

  /// Whether an origin shows that `alternative` is needed; no further ones are read once 5,000,000
  /// characters and edges of the automaton were looked at.
  bool contains(NodeIndex alternative);

 private:
  // A step of a product.
  struct Passage {
    std::uint32_t product = 0;
    State state = no_state;
    std::uint32_t step = 0;
  };
  // A product with the step that leads from each state the shortest way to an origin.
  struct Ways {
    const Product* product = nullptr;
    std::vector<std::uint32_t> onward;
  };
  // The places of a subtree are numbered from `begin` to before `end`.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  // What is made of the automaton when the first origin is read.
  struct Runs {
    explicit Runs(const Automaton& automaton);
    std::uint32_t next(const Automaton& automaton, std::uint32_t set, char c);

    StateSets sets;
    ReverseIndex edges_into;                // the edges that lead to each state
    std::vector<State> source_of;           // of each edge
    std::vector<std::size_t> edges_out_of;  // how many, of each set
  };
  // The edges that the runs which accept a text take on one of its characters.
  using Taken = std::vector<std::uint32_t>;

  void number(NodeIndex index);
  std::string origin_through(const Passage& passage) const;
  std::vector<Taken> accepting_runs(std::string_view text);
  Taken taken_into(std::uint32_t set, unsigned char c, const std::vector<State>& targets);
  bool admitted_without(std::string_view origin, const Range& places);

  const Tree& tree_;
  const Automaton& automaton_;
  std::vector<Range> ranges_;  // of each node
  std::vector<Ways> ways_;
  std::vector<Passage> first_;  // through each place
  std::vector<Passage> last_;
  std::optional<Runs> runs_;
  std::uint32_t numbered_ = 0;
  std::size_t steps_tried_ = 0;
};

}  // namespace corslint::pattern
