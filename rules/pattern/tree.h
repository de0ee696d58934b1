#pragma once

#include <cstdint>
#include <vector>

#include "rules/pattern/character_class.h"

namespace corslint::pattern {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = ~NodeIndex{0};
inline constexpr std::uint32_t unbounded = ~std::uint32_t{0};

enum class NodeKind : std::uint8_t {
  empty,
  characters,    // one character out of a class
  sequence,      // all children, one after the other
  alternatives,  // any one child
  repeat,        // the child, from minimum to maximum times
  assertion,     // a condition on the place between two characters
  look,          // the child matches ahead of, or ends at, this place; or must not
  group,         // the child in parentheses
  reference,     // what a group matched: read as that group once more
};

/// How a class of characters was written: `a`, `.`, or `[a-z]` and `\w`.
enum class Spelling : std::uint8_t { literal, dot, set };

enum class Assertion : std::uint8_t { start, end, word_boundary, no_word_boundary };

enum class Direction : std::uint8_t { ahead, behind };

/// One node of a parsed pattern. `begin` and `end` are byte offsets into the pattern, half-open;
/// children are linked from `first_child` through `next_sibling`.
struct Node {
  NodeKind kind = NodeKind::empty;
  Spelling spelling = Spelling::literal;
  Assertion assertion = Assertion::start;
  Direction direction = Direction::ahead;
  bool negated = false;
  bool counted = false;  // a repeat written with braces
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeIndex first_child = no_node;
  NodeIndex next_sibling = no_node;
  std::uint32_t minimum = 1;
  std::uint32_t maximum = 1;
  CharacterClass characters = {};
};

/// A parsed pattern. `relaxed` tells that the tree admits more than the pattern does, because a
/// construct that only narrows (an atomic group, a possessive quantifier) was read without it;
/// `referring` that a back-reference stands in it.
struct Tree {
  std::vector<Node> nodes;
  NodeIndex root = no_node;
  bool relaxed = false;
  bool referring = false;
  bool looking = false;
  bool bounding = false;         // holds \b or \B
  bool empty_is_no_gap = false;  // \B does not hold in the empty text (Python)

  const Node& at(NodeIndex index) const { return nodes[index]; }
};

}  // namespace corslint::pattern
