#include "lint/read/env_definitions.h"

#include <algorithm>
#include <numeric>

namespace corslint {

EnvDefinitions::EnvDefinitions(const std::vector<Member>& members)
    : members_(members), by_name_(members.size()) {
  std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
  std::sort(by_name_.begin(), by_name_.end(), [&](std::size_t left, std::size_t right) {
    const int order = members[left].key.compare(members[right].key);
    return order != 0 ? order < 0 : left < right;
  });
}

std::span<const std::size_t> EnvDefinitions::indexes_of(std::string_view name) const {
  const auto key_of = [&](std::size_t index) { return std::string_view(members_[index].key); };
  const auto begin = std::ranges::lower_bound(by_name_, name, {}, key_of);
  const auto end = std::ranges::upper_bound(begin, by_name_.end(), name, {}, key_of);
  return {begin, end};
}

std::optional<std::size_t> EnvDefinitions::find(std::string_view name, std::size_t reader) const {
  const auto all = indexes_of(name);
  if (all.empty()) return std::nullopt;
  const auto behind = std::lower_bound(all.begin(), all.end(), reader);
  if (behind != all.begin()) return *(behind - 1);
  if (all.back() == reader) return std::nullopt;
  return all.back();
}

bool EnvDefinitions::is_overridden(std::string_view name, std::size_t index) const {
  const auto all = indexes_of(name);
  return !all.empty() && all.back() != index;
}

}  // namespace corslint
