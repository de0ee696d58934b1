#pragma once

#include <optional>
#include <string_view>

#include "rules/policy/irregularity.h"

namespace corslint {

/// Where the text opens a level deeper than `deepest_nesting`, counting the parts of dotted keys
/// and table names, or holds more than `most_values` values; none where it does neither. TOML's
/// parser bounds brackets but not dots, tables nested by dots are freed recursively, and its tree
/// takes hundreds of bytes for a value.
std::optional<Irregularity> excess_in(std::string_view text);

}  // namespace corslint
