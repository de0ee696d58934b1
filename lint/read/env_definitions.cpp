#include "lint/read/env_definitions.h"

#include <algorithm>

namespace corslint {

EnvDefinitions::EnvDefinitions(const std::vector<Member>& members) {
  for (std::size_t i = 0; i < members.size(); ++i) indexes_[members[i].key].push_back(i);
}

std::optional<std::size_t> EnvDefinitions::find(std::string_view name, std::size_t reader) const {
  const auto found = indexes_.find(name);
  if (found == indexes_.end()) return std::nullopt;
  const auto& all = found->second;
  const auto behind = std::lower_bound(all.begin(), all.end(), reader);
  if (behind != all.begin()) return *(behind - 1);
  if (all.back() == reader) return std::nullopt;
  return all.back();
}

bool EnvDefinitions::is_overridden(std::string_view name, std::size_t index) const {
  const auto found = indexes_.find(name);
  return found != indexes_.end() && found->second.back() != index;
}

}  // namespace corslint
