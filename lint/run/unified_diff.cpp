// The shortest script of removed and added lines, by Myers' greedy algorithm (An O(ND) Difference
// Algorithm and Its Variations, 1986) on what lies between the common beginning and the common end.
// It remembers one row of furthest points for each difference, so it takes the square of their
// number in memory; beyond a bound the lines between are replaced as a whole, which is a longer
// patch and as right.
#include "lint/run/unified_diff.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace corslint {
namespace {

constexpr std::size_t context_lines = 3;
constexpr std::int64_t most_differences = 2000;

using Lines = std::vector<std::string_view>;

/// Lines `old_begin` to `old_end` become lines `new_begin` to `new_end`, counted from 0.
struct Change {
  std::size_t old_begin = 0;
  std::size_t old_end = 0;
  std::size_t new_begin = 0;
  std::size_t new_end = 0;
};

/// Each line with its end.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

/// The shortest way through the grid of two lists of lines. A diagonal is old line minus new line.
class ShortestScript {
 public:
  ShortestScript(const Lines& old_lines, const Lines& new_lines, Change range)
      : old_(old_lines),
        new_(new_lines),
        range_(range),
        old_count_(static_cast<std::int64_t>(range.old_end - range.old_begin)),
        new_count_(static_cast<std::int64_t>(range.new_end - range.new_begin)) {}

  /// The changes in order; the whole range as one where there are too many.
  std::vector<Change> changes() {
    if (!search()) return {range_};
    std::vector<Change> found;
    std::int64_t x = old_count_;
    std::int64_t y = new_count_;
    for (auto d = static_cast<std::int64_t>(rows_.size()); d > 0; --d) {
      const auto diagonal = comes_from(x - y, d, rows_[static_cast<std::size_t>(d - 1)]);
      const auto before_x = at(rows_[static_cast<std::size_t>(d - 1)], diagonal, d - 1);
      const auto before_y = before_x - diagonal;
      const bool removes = diagonal < x - y;
      add(found, before_x, before_y, removes);
      x = before_x;
      y = before_y;
    }
    std::ranges::reverse(found);
    return found;
  }

 private:
  using Row = std::vector<std::int64_t>;

  /// The furthest old line on a diagonal, in the row of `d` differences.
  static std::int64_t at(const Row& row, std::int64_t diagonal, std::int64_t d) {
    return row[static_cast<std::size_t>(diagonal + d)];
  }

  /// The diagonal from which the `d`th difference leads to this one.
  static std::int64_t comes_from(std::int64_t diagonal, std::int64_t d, const Row& before) {
    const bool adds = diagonal == -d || (diagonal != d && at(before, diagonal - 1, d - 1) <
                                                              at(before, diagonal + 1, d - 1));
    return adds ? diagonal + 1 : diagonal - 1;
  }

  std::int64_t follow_equal_lines(std::int64_t x, std::int64_t diagonal) const {
    while (x < old_count_ && x - diagonal < new_count_ &&
           old_[range_.old_begin + static_cast<std::size_t>(x)] ==
               new_[range_.new_begin + static_cast<std::size_t>(x - diagonal)])
      ++x;
    return x;
  }

  /// Fills `rows_` with the rows before the last; false beyond the bound.
  bool search() {
    Row row{follow_equal_lines(0, 0)};
    for (std::int64_t d = 1; !reaches_end(row, d - 1); ++d) {
      if (d > most_differences) return false;
      Row next(static_cast<std::size_t>(2 * d + 1), -1);
      for (std::int64_t k = -d; k <= d; k += 2) {
        const auto from = comes_from(k, d, row);
        const auto x = at(row, from, d - 1) + (from < k ? 1 : 0);
        next[static_cast<std::size_t>(k + d)] = follow_equal_lines(x, k);
      }
      rows_.push_back(std::move(row));
      row = std::move(next);
    }
    return true;
  }

  bool reaches_end(const Row& row, std::int64_t d) const {
    const auto diagonal = old_count_ - new_count_;
    return diagonal >= -d && diagonal <= d && at(row, diagonal, d) >= old_count_;
  }

  /// Adds one line that goes or comes at this point, to the change after it where they touch.
  void add(std::vector<Change>& found, std::int64_t x, std::int64_t y, bool removes) const {
    const auto old_line = range_.old_begin + static_cast<std::size_t>(x);
    const auto new_line = range_.new_begin + static_cast<std::size_t>(y);
    const Change change{old_line, old_line + (removes ? 1 : 0), new_line,
                        new_line + (removes ? 0 : 1)};
    if (!found.empty() && found.back().old_begin == change.old_end &&
        found.back().new_begin == change.new_end) {
      found.back().old_begin = change.old_begin;
      found.back().new_begin = change.new_begin;
    } else {
      found.push_back(change);
    }
  }

  const Lines& old_;
  const Lines& new_;
  Change range_;
  std::int64_t old_count_;
  std::int64_t new_count_;
  std::vector<Row> rows_;
};

/// What lies between the common beginning and the common end.
Change differing_range(const Lines& old_lines, const Lines& new_lines) {
  Change range{0, old_lines.size(), 0, new_lines.size()};
  while (range.old_begin < range.old_end && range.new_begin < range.new_end &&
         old_lines[range.old_begin] == new_lines[range.new_begin]) {
    ++range.old_begin;
    ++range.new_begin;
  }
  while (range.old_end > range.old_begin && range.new_end > range.new_begin &&
         old_lines[range.old_end - 1] == new_lines[range.new_end - 1]) {
    --range.old_end;
    --range.new_end;
  }
  return range;
}

void write_line(std::string& patch, char mark, std::string_view line) {
  patch.append(1, mark).append(line);
  if (!line.ends_with('\n')) patch += "\n\\ No newline at end of file\n";
}

/// A range as a hunk's header has it: from 1, and for no lines the one before.
std::string header_range(std::size_t begin, std::size_t end) {
  const auto first = begin == end ? begin : begin + 1;
  return std::to_string(first) + ',' + std::to_string(end - begin);
}

/// One hunk of changes that lie close together.
std::string hunk(const Lines& old_lines, const Lines& new_lines,
                 const std::vector<Change>& changes) {
  const auto before = std::min(context_lines, changes.front().old_begin);
  const auto after = std::min(context_lines, old_lines.size() - changes.back().old_end);
  auto at = changes.front().old_begin - before;
  std::string patch =
      "@@ -" + header_range(at, changes.back().old_end + after) + " +" +
      header_range(changes.front().new_begin - before, changes.back().new_end + after) + " @@\n";
  for (const Change& change : changes) {
    for (; at < change.old_begin; ++at) write_line(patch, ' ', old_lines[at]);
    for (; at < change.old_end; ++at) write_line(patch, '-', old_lines[at]);
    for (auto i = change.new_begin; i < change.new_end; ++i) write_line(patch, '+', new_lines[i]);
  }
  for (const auto end = at + after; at < end; ++at) write_line(patch, ' ', old_lines[at]);
  return patch;
}

std::string octal(unsigned char byte) {
  const auto digit = [&](unsigned shift) {
    return static_cast<char>('0' + ((static_cast<unsigned>(byte) >> shift) & 7U));
  };
  return {'\\', digit(6), digit(3), digit(0)};
}

/// A name as it stands in a patch's header. A tab ends a name that holds a blank.
std::string header_name(std::string_view prefix, std::string_view path) {
  const auto name = std::string(prefix).append(path);
  const auto is_special = [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\' || c == '\x7F';
  };
  if (std::ranges::none_of(name, is_special))
    return name.find(' ') == std::string::npos ? name : name + '\t';
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') {
      quoted.append(1, '\\').append(1, c);
    } else {
      quoted += is_special(c) ? octal(static_cast<unsigned char>(c)) : std::string(1, c);
    }
  }
  return quoted + '"';
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view old_text,
                         std::string_view new_text) {
  if (old_text == new_text) return {};
  const auto old_lines = lines_of(old_text);
  const auto new_lines = lines_of(new_text);
  const auto changes =
      ShortestScript(old_lines, new_lines, differing_range(old_lines, new_lines)).changes();

  std::string patch = "--- " + header_name("a/", path) + "\n+++ " + header_name("b/", path) + '\n';
  for (auto first = changes.begin(); first != changes.end();) {
    auto end = first + 1;
    while (end != changes.end() && end->old_begin - (end - 1)->old_end <= 2 * context_lines) ++end;
    patch += hunk(old_lines, new_lines, {first, end});
    first = end;
  }
  return patch;
}

}  // namespace corslint
