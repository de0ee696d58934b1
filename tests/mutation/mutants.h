#pragma once

#include <charconv>
#include <cstdlib>
#include <string_view>
#include <type_traits>

// What rules include anyway stands here, so that it is compiled once for all of them.
#include <algorithm>
#include <optional>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"

namespace corslint::mutants {

/// The number of the mutant that `CORSLINT_MUTANT` (`FILE:NUMBER`) switches on in this file; 0:
/// none.
inline int active_in(std::string_view file) {
  const char* const setting = std::getenv("CORSLINT_MUTANT");
  if (setting == nullptr) return 0;
  const std::string_view text(setting);
  if (!text.starts_with(file) || text.substr(file.size(), 1) != ":") return 0;
  int number = 0;
  std::from_chars(text.data() + file.size() + 1, text.data() + text.size(), number);
  return number;
}

/// `left < right` and its neighbours on the other side of the boundary, converted as the operator
/// itself does it.
template <typename Left, typename Right>
constexpr bool less(bool mutated, const Left& left, const Right& right) {
  using Common = std::common_type_t<Left, Right>;
  const auto first = static_cast<Common>(left);
  const auto second = static_cast<Common>(right);
  return mutated ? first <= second : first < second;
}
template <typename Left, typename Right>
constexpr bool less_equal(bool mutated, const Left& left, const Right& right) {
  return less(!mutated, left, right);
}
template <typename Left, typename Right>
constexpr bool greater(bool mutated, const Left& left, const Right& right) {
  return less(mutated, right, left);
}
template <typename Left, typename Right>
constexpr bool greater_equal(bool mutated, const Left& left, const Right& right) {
  return less(!mutated, right, left);
}

/// A number, or the next one.
template <typename Number>
constexpr Number number(bool mutated, Number value) {
  return mutated ? static_cast<Number>(value + 1) : value;
}

}  // namespace corslint::mutants
