#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/character_class.h"
#include "rules/pattern/syntax.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// A pattern as a backtracking engine walks it: the places where it reads a character, and which
/// place may follow which, in how many ways (two stands for more). Place 0 is the start; where a
/// match may begin anywhere, place 1 is the text skipped before it.
struct PlaceGraph {
  struct Follower {
    std::uint32_t place = 0;
    std::uint8_t ways = 1;
  };
  struct Look {
    NodeIndex node = no_node;
    std::uint32_t place = 0;  // behind which it is asked
  };
  std::vector<CharacterClass> characters;
  std::vector<NodeIndex> nodes;
  std::vector<std::vector<Follower>> followers;
  std::vector<std::uint32_t> component;  // strongly connected
  std::vector<std::uint8_t> cyclic;      // whether the place can come back to itself
  std::vector<Look> looks;               // each group that looks around, once

  std::size_t size() const { return characters.size(); }
};

/// The graph of `tree`; nothing above 2,000 places.
std::optional<PlaceGraph> build_place_graph(const Tree& tree, MatchMode mode);

/// The shortest text that leads from place `from` to place `to`, `from` not read, `to` read; inside
/// the component of `from` alone where `inside` says so. Empty where `from` is `to`.
enum class Within : std::uint8_t { component, whole };
std::optional<std::string> text_between(const PlaceGraph& graph, std::uint32_t from,
                                        std::uint32_t to, Within within);

/// How many steps all ways through the graph take together on `text`.
double count_steps(const PlaceGraph& graph, std::string_view text);

}  // namespace corslint::pattern
