#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace corslint {

/// A number that was probably meant in a smaller unit than seconds: the unit, and the seconds that
/// it comes to.
struct MistakenUnit {
  std::string_view unit;
  std::int64_t seconds;
};

/// The unit in which a number of seconds was probably meant, told by its being a usual duration (5
/// minutes to a week) in that unit: 3600000 is an hour in milliseconds, 600000000000 ten minutes in
/// nanoseconds. None for numbers that are usual in seconds or in no unit.
std::optional<MistakenUnit> mistaken_unit(std::int64_t seconds);

}  // namespace corslint
