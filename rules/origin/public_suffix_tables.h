#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace corslint {

/// The public suffix list as constant arrays, written at build time by
/// `public_suffix_generator.cpp`. Nodes are numbered breadth first, so the children of node `n` are
/// the nodes from `first_child[n]` to below `first_child[n + 1]`, in order of their labels; the
/// label of node `n` is `label_length[n]` bytes of `labels` from `label_offset[n]`. `rules[n]`
/// packs `SuffixRules`: two bits for `name`, two for `wildcard`, one for `exception`, from the
/// lowest up.
struct PublicSuffixTables {
  std::string_view version;
  std::string_view labels;
  std::span<const std::uint16_t> first_child;
  std::span<const std::uint32_t> label_offset;
  std::span<const std::uint8_t> label_length;
  std::span<const std::uint8_t> rules;
};

extern const PublicSuffixTables public_suffix_tables;

}  // namespace corslint
