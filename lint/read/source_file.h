#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/span.h"

namespace corslint {

/// The most bytes that one file may have. Policies are small; the bound keeps spans in 32 bits and
/// the memory of a run in proportion, and still lets generated gateway configurations of tens of
/// megabytes through.
inline constexpr std::size_t largest_file = std::size_t{64} * 1024 * 1024;

/// A place as people count it: line and column from 1, the column in Unicode code points, the byte
/// offset from 0.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t offset = 0;
};

/// One input, as its bytes are: the path that it is reported under, and its text (a byte order mark
/// included, so that offsets are the file's own). Lines end at LF, CR LF or CR. The text may be any
/// bytes at all.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  /// The place of a byte offset; offsets past the end are the end.
  Position position(std::uint32_t offset) const;

  /// How many lines there are, at least one.
  std::uint32_t line_count() const;

  /// The bytes of a line (from 1) without its line end.
  std::string_view line(std::uint32_t number) const;

  /// The span of that line without its line end.
  Span line_span(std::uint32_t number) const;

 private:
  std::string path_;
  std::string text_;
  /// How many bytes before an offset continue a code point.
  std::uint32_t continuations_before(std::uint32_t offset) const;

  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> continuations_;  // before each block, so that long lines cost no
                                              // scan; empty in a file of ASCII
};

}  // namespace corslint
