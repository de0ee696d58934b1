#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/policy/span.h"

namespace corslint {

/// The key, or last part of a table's name, that stands for a second time where toml++ stops at
/// `offset` with `description`. None where the error is another one, or where an earlier part of a
/// dotted name is at odds with what is there.
std::optional<Span> redefined_key(std::string_view text, std::uint32_t offset,
                                  std::string_view description);

}  // namespace corslint
