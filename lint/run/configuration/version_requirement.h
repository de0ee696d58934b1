#pragma once

#include <optional>
#include <string_view>

namespace corslint {

/// Whether a version satisfies a requirement: comparisons parted by commas, all of which hold, each
/// an operator (`>=`, `>`, `<=`, `<`, `==`, `!=`; none means `==`) and one to three numbers with
/// dots. With fewer than three numbers, `==` and `!=` compare only those that are there, the others
/// take the rest as 0. Nothing for a text that is no requirement. `version` has three numbers.
std::optional<bool> satisfies(std::string_view version, std::string_view requirement);

}  // namespace corslint
