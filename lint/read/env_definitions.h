#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/read/document.h"

namespace corslint {

/// The variables of an env file by name. The members must stay as they are while this is used.
class EnvDefinitions {
 public:
  explicit EnvDefinitions(const std::vector<Member>& members);

  /// The index of the member that a reference to `name` in the member `reader` finds: the last
  /// definition before it, else the last one behind it; never `reader` itself.
  std::optional<std::size_t> find(std::string_view name, std::size_t reader) const;

  /// Whether a later member has the same name, so that readers drop this one.
  bool is_overridden(std::string_view name, std::size_t index) const;

 private:
  /// The indexes of the members of that name, ascending.
  std::span<const std::size_t> indexes_of(std::string_view name) const;

  const std::vector<Member>& members_;
  std::vector<std::size_t> by_name_;  ///< all indexes, in the order of the names
};

}  // namespace corslint
