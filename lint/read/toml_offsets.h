#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace corslint {

/// Turns places as toml++ counts them (lines at LF from 1, columns in code points from 1, a byte
/// order mark not counted) into byte offsets, in constant time. The text must outlive it.
class TomlOffsets {
 public:
  explicit TomlOffsets(std::string_view text);

  /// Places past the end are the end.
  std::uint32_t at(std::uint32_t line, std::uint32_t column) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> lines_;        ///< the number of each line's first code point
  std::vector<std::uint32_t> checkpoints_;  ///< the offset of every 64th code point; none in ASCII
};

}  // namespace corslint
