#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// The place where a text exceeds a bound, and which.
struct Excess {
  std::uint32_t place = 0;
  std::string detail;
};

/// Where the text opens a level deeper than `deepest_nesting`, counting the parts of dotted keys
/// and table names, or holds more than `most_values` values; none where it does neither. TOML's
/// parser bounds brackets but not dots, tables nested by dots are freed recursively, and its tree
/// takes hundreds of bytes for a value.
std::optional<Excess> excess_in(std::string_view text);

}  // namespace corslint
