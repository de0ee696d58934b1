#include "rules/checks/caching/duration_unit.h"

#include <algorithm>
#include <array>

namespace corslint {
namespace {

constexpr std::int64_t day = 86400;

constexpr std::array<std::int64_t, 15> usual_durations{
    300, 600, 900, 1200, 1800, 3600, 7200, 10800, 14400, 21600, 28800, 43200, day, 2 * day, 7 * day,
};

struct Unit {
  std::string_view name;
  std::int64_t in_a_second;
};

constexpr std::array<Unit, 3> units{
    {{"nanoseconds", 1000000000}, {"microseconds", 1000000}, {"milliseconds", 1000}}};

}  // namespace

std::optional<MistakenUnit> mistaken_unit(std::int64_t seconds) {
  for (const auto& unit : units) {
    if (seconds % unit.in_a_second != 0) continue;
    const auto meant = seconds / unit.in_a_second;
    if (std::find(usual_durations.begin(), usual_durations.end(), meant) != usual_durations.end())
      return MistakenUnit{unit.name, meant};
  }
  return std::nullopt;
}

}  // namespace corslint
