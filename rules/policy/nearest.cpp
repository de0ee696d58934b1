#include "rules/policy/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace corslint {

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return edit_distance(left, right, std::max(left.size(), right.size()));
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t most) {
  const std::size_t width = right.size() + 1;
  std::vector<std::size_t> rows(3 * width);
  std::size_t* before_previous = rows.data();
  std::size_t* previous = before_previous + width;
  std::size_t* current = previous + width;
  std::iota(previous, previous + width, std::size_t{0});
  std::size_t least_in_previous = 0;

  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        current[j] = std::min(current[j], before_previous[j - 2] + 1);
      least = std::min(least, current[j]);
    }
    // What follows is built on two rows, and never less than either.
    if (least > most && least_in_previous >= most) return most + 1;
    least_in_previous = least;
    std::swap(before_previous, previous);
    std::swap(previous, current);
  }
  return std::min(previous[width - 1], most + 1);
}

std::string_view nearest_of(std::string_view text, std::span<const std::string_view> candidates) {
  constexpr std::size_t most_edits = 3;
  // Longer texts are no name that somebody mistyped, and the distance is quadratic.
  constexpr std::size_t longest_name = 100;
  if (text.size() > longest_name) return {};
  std::size_t best = std::min(most_edits, std::max<std::size_t>(1, text.size() / 3)) + 1;
  std::string_view nearest;
  for (const auto candidate : candidates) {
    const bool is_longer = text.size() > candidate.size();
    const std::size_t difference =
        is_longer ? text.size() - candidate.size() : candidate.size() - text.size();
    if (difference >= best) continue;
    const std::size_t distance = edit_distance(text, candidate, best - 1);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace corslint
