#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "rules/pattern/analysis.h"
#include "rules/pattern/reading.h"

namespace corslint::pattern {

/// How a backtracking engine can be kept busy: on `prefix`, `pump` repeated and `suffix` the match
/// fails after about `steps` steps, at `repetitions` of the pump.
struct Blowup {
  bool exponential = false;  // else a high power of the length
  ByteRange range;           // the repetition that is ambiguous
  std::string prefix;
  std::string pump;
  std::string suffix;
  std::size_t repetitions = 0;
  double steps = 0;

  std::string attack() const;
};

/// Whether an engine that backtracks can be made to take 10,000,000,000 steps or more by a header
/// of at most 8,000 bytes; nothing where it cannot, and where the pattern has more than 2,000
/// places. The bodies of look-aheads are asked as well, those of look-behinds not. Engines that
/// never backtrack (RE2, Go) have none.
std::optional<Blowup> find_blowup(const PatternQuery& query, const PatternReading& reading);

}  // namespace corslint::pattern
