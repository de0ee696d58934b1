#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

namespace corslint {

/// A place in the public suffix list read as a tree of labels from the right: the root is the empty
/// name, its children are the top-level domains, and the node reached by `uk`, then `co`, is
/// `co.uk`. A cheap handle: compare and copy freely.
struct SuffixNode {
  std::uint16_t index = 0;

  friend bool operator==(SuffixNode, SuffixNode) = default;
};

/// The half of the list that a rule stands in: names under a registry (`co.uk`), or names under
/// which the owner of a registered domain hands out hosts (`github.io`).
enum class SuffixSection : std::uint8_t { unlisted, icann_domains, private_domains };

/// What the list says at a node. `name` is where the node's own name is a rule, `wildcard` where
/// `*.` before its name is one, and `exception` tells that `!` before its name is one, which takes
/// it out of its parent's wildcard. A node that carries none of them exists only because a longer
/// name is listed.
struct SuffixRules {
  SuffixSection name = SuffixSection::unlisted;
  SuffixSection wildcard = SuffixSection::unlisted;
  bool exception = false;

  friend bool operator==(const SuffixRules&, const SuffixRules&) = default;
};

/// The children of a node in ascending byte order of their labels; a range of `SuffixNode` by
/// value.
class SuffixChildren {
 public:
  class iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = SuffixNode;
    using difference_type = std::ptrdiff_t;
    using pointer = const SuffixNode*;
    using reference = SuffixNode;

    iterator() = default;
    explicit iterator(std::uint16_t index) : index_{index} {}
    SuffixNode operator*() const { return {index_}; }
    iterator& operator++() {
      ++index_;
      return *this;
    }
    iterator operator++(int) {
      const iterator before = *this;
      ++index_;
      return before;
    }
    friend bool operator==(iterator, iterator) = default;

   private:
    std::uint16_t index_ = 0;
  };

  SuffixChildren(std::uint16_t first, std::uint16_t last) : first_{first}, last_{last} {}
  iterator begin() const { return iterator{first_}; }
  iterator end() const { return iterator{last_}; }
  std::size_t size() const { return static_cast<std::size_t>(last_ - first_); }
  bool empty() const { return first_ == last_; }

 private:
  std::uint16_t first_;
  std::uint16_t last_;
};

/// The node of the empty name.
constexpr SuffixNode suffix_root() {
  return {};
}

/// The children of `node`, sorted by label.
SuffixChildren children(SuffixNode node);

/// The child of `node` whose label is `wanted`, compared byte for byte: ASCII lower case, non-ASCII
/// labels in punycode.
std::optional<SuffixNode> child(SuffixNode node, std::string_view wanted);

/// The label between `node` and its parent: ASCII lower case, non-ASCII labels in punycode; empty
/// at the root. The text lives as long as the program.
std::string_view label(SuffixNode node);

/// The rules that stand at `node`.
SuffixRules rules_at(SuffixNode node);

/// How many nodes there are, the root included; indices run from 0 to below it, parents before
/// children.
std::size_t suffix_node_count();

/// The list's own VERSION line, such as `2023-02-09_23-26-12_UTC`; empty where the list carries
/// none.
std::string_view public_suffix_list_version();

}  // namespace corslint
