#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/process.h"

namespace corslint::test {

/// A policy for `simulate`: the second of its origins has a slash too many.
inline constexpr std::string_view simulated_policy = R"([cors]
allow_origins = [
  "https://a.com",
  "https://b.com/",
]
allow_methods = ["GET", "PUT"]
allow_headers = ["Content-Type"]
expose_headers = ["X-Total"]
)";

/// Simulates with a policy that comes over standard input.
inline ProcessResult simulate_text(std::string_view policy, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"simulate", "-"});
  return run_corslint(arguments, {.stdin_text = std::string(policy)});
}

}  // namespace corslint::test
