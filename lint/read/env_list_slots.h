#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lint/read/env_list_source.h"

namespace corslint {

/// What lies between two separators, as offsets into the content.
struct Slot {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The slot without blanks and line ends at either end.
Slot stripped_slot(std::string_view text, Slot slot);

/// The places of the separators within `range`: commas and semicolons outside of variable
/// references; for patterns commas outside of groups, classes and quantifiers.
std::vector<std::size_t> separators_of(const EnvListSource& source, Slot range);

/// What lies between the separators; one slot more than there are separators.
std::vector<Slot> slots_between(Slot range, const std::vector<std::size_t>& separators);

/// The words of a slot where blanks separate items in it: always where no item can hold a blank,
/// for origins only where two of the words are some. Empty where the slot is one item.
std::vector<Slot> items_between_blanks(const EnvListSource& source, Slot slot);

}  // namespace corslint
