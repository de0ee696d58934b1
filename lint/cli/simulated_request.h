#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/fetch/request.h"

namespace corslint {

/// A request that was asked for, or in one line why it is none.
struct SimulatedRequest {
  std::optional<Request> request = {};
  std::string problem = {};
};

/// One line of `--requests`: a JSON object with `origin` and, where they are not GET, none and
/// false, `method`, `headers` (names, or an object of names and values) and `credentials`.
SimulatedRequest request_of_line(std::string_view line);

}  // namespace corslint
