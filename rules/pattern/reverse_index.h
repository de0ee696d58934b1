#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace corslint::pattern {

/// The steps of a graph turned around: from where each node is reached.
class ReverseIndex {
 public:
  /// For `count` nodes. `for_each_step` calls its argument with the source and the target of every
  /// step, twice in the same order.
  template <typename ForEachStep>
  ReverseIndex(std::size_t count, const ForEachStep& for_each_step) : first_(count + 2, 0) {
    for_each_step([&](std::uint32_t, std::uint32_t target) { ++first_[target + 2]; });
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    sources_.resize(first_.back());
    for_each_step([&](std::uint32_t source, std::uint32_t target) {
      sources_[first_[target + 1]++] = source;
    });
  }

  std::span<const std::uint32_t> sources_of(std::uint32_t node) const {
    return {sources_.data() + first_[node], sources_.data() + first_[node + 1]};
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> sources_;
};

}  // namespace corslint::pattern
