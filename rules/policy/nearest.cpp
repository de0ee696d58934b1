#include "rules/policy/nearest.h"

#include <algorithm>
#include <vector>

namespace corslint {

std::size_t edit_distance(std::string_view left, std::string_view right) {
  const std::size_t width = right.size() + 1;
  std::vector<std::size_t> before_previous(width);
  std::vector<std::size_t> previous(width);
  std::vector<std::size_t> current(width);
  for (std::size_t j = 0; j < width; ++j) previous[j] = j;

  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      const std::size_t replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        current[j] = std::min(current[j], before_previous[j - 2] + 1);
    }
    before_previous.swap(previous);
    previous.swap(current);
  }
  return previous.back();
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
    const std::size_t distance = edit_distance(text, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace corslint
