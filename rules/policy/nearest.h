#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace corslint {

/// How many insertions, deletions, replacements and swaps of neighbours turn one text into the
/// other (optimal string alignment distance). Quadratic in the lengths: for names, not for
/// documents.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The same where it is `most` or less; `most + 1` where it is greater, which takes less time to
/// tell.
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t most);

/// The candidate that `text` was most likely meant to be: the nearest one within a third of its
/// length, at most three edits away, the first of several. Empty where nothing is near enough to be
/// worth suggesting.
std::string_view nearest_of(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace corslint
