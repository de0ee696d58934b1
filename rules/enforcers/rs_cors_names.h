#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/enforcers/rs_cors_answer.h"

namespace corslint {

/// The header names that a policy permits: every one, or a list as it is written.
struct AllowedNames {
  bool every = false;
  std::vector<std::string> names = {};
};

/// Whether the names that a preflight asks for pass, and what Access-Control-Allow-Headers says if
/// they do; absent where it is not sent.
struct RequestedNames {
  bool passed = false;
  std::optional<std::string> sent_back = {};
};

/// What a version of rs/cors makes of an Access-Control-Request-Headers. `value` is absent where
/// the preflight has none.
RequestedNames judge_requested_names(const std::optional<std::string>& value,
                                     const AllowedNames& allowed, RsCorsVersion version);

}  // namespace corslint
