#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace corslint::pattern {

/// Numbers pairs of numbers in the order in which they are first seen. A table where the pairs are
/// few; else the first pair of each left member has a place of its own, and the others are hashed
/// with open addressing.
class PairIndex {
 public:
  /// For pairs whose members are below `left_count` and `right_count`.
  PairIndex(std::size_t left_count, std::size_t right_count) : right_count_{right_count} {
    dense_ = left_count * right_count <= dense_limit;
    if (dense_) {
      slots_.resize(left_count * right_count);
    } else {
      first_.resize(left_count);
      slots_.resize(128);
      keys_.resize(slots_.size());
    }
  }

  /// The number of the pair, and whether it was new.
  std::pair<std::uint32_t, bool> find_or_add(std::uint32_t left, std::uint32_t right) {
    if (dense_) {
      std::uint32_t& slot = slots_[left * right_count_ + right];
      const bool is_new = slot == none;
      if (is_new) slot = ++count_;
      return {slot - 1, is_new};
    }
    First& first = first_[left];
    const bool is_new = first.next_number == none;
    if (is_new) first = {right, ++count_};
    if (first.right == right) return {first.next_number - 1, is_new};
    return find_or_add_hashed((std::uint64_t{left} << 32U) | right);
  }

 private:
  /// A place holds the number after a pair's own, so that memory which is all zeros is empty.
  static constexpr std::uint32_t none = 0;
  /// Tables of this size stay in the fastest cache, and cost little before they are used.
  static constexpr std::size_t dense_limit = std::size_t{1} << 12U;

  struct First {
    std::uint32_t right = 0;
    std::uint32_t next_number = none;
  };

  std::pair<std::uint32_t, bool> find_or_add_hashed(std::uint64_t key) {
    if ((hashed_ + 1) * 2 > slots_.size()) grow();
    const std::size_t slot = place(key);
    if (slots_[slot] != none) return {slots_[slot] - 1, false};
    slots_[slot] = ++count_;
    keys_[slot] = key;
    ++hashed_;
    return {count_ - 1, true};
  }

  std::size_t place(std::uint64_t key) const {
    const std::size_t last = slots_.size() - 1;
    std::size_t slot = (key * 0x9E3779B97F4A7C15U >> 32U) & last;
    while (slots_[slot] != none && keys_[slot] != key) slot = (slot + 1) & last;
    return slot;
  }

  void grow() {
    std::vector<std::uint32_t> slots(slots_.size() * 4);
    std::vector<std::uint64_t> keys(slots.size());
    std::swap(slots, slots_);
    std::swap(keys, keys_);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      if (slots[i] == none) continue;
      const std::size_t slot = place(keys[i]);
      slots_[slot] = slots[i];
      keys_[slot] = keys[i];
    }
  }

  std::size_t right_count_;
  bool dense_ = true;
  std::uint32_t count_ = 0;
  std::size_t hashed_ = 0;
  std::vector<First> first_;
  std::vector<std::uint32_t> slots_;
  std::vector<std::uint64_t> keys_;
};

}  // namespace corslint::pattern
