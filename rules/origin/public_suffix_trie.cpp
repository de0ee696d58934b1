#include "rules/origin/public_suffix_trie.h"

#include <algorithm>

#include "rules/origin/public_suffix_tables.h"

namespace corslint {

SuffixChildren children(SuffixNode node) {
  return {public_suffix_tables.first_child[node.index],
          public_suffix_tables.first_child[node.index + std::size_t{1}]};
}

std::optional<SuffixNode> child(SuffixNode node, std::string_view wanted) {
  const SuffixChildren all = children(node);
  std::uint16_t first = (*all.begin()).index;
  std::size_t count = all.size();
  while (count > 0) {
    const std::size_t half = count / 2;
    const auto middle = static_cast<std::uint16_t>(first + half);
    if (label({middle}) < wanted) {
      first = static_cast<std::uint16_t>(middle + 1);
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (SuffixChildren::iterator{first} != all.end() && label({first}) == wanted)
    return SuffixNode{first};
  return std::nullopt;
}

std::string_view label(SuffixNode node) {
  return public_suffix_tables.labels.substr(public_suffix_tables.label_offset[node.index],
                                            public_suffix_tables.label_length[node.index]);
}

SuffixRules rules_at(SuffixNode node) {
  const std::uint8_t packed = public_suffix_tables.rules[node.index];
  return {.name = static_cast<SuffixSection>(packed & 3U),
          .wildcard = static_cast<SuffixSection>((packed >> 2U) & 3U),
          .exception = ((packed >> 4U) & 1U) != 0};
}

std::size_t suffix_node_count() {
  return public_suffix_tables.rules.size();
}

std::string_view public_suffix_list_version() {
  return public_suffix_tables.version;
}

}  // namespace corslint
