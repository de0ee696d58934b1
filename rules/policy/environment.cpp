#include "rules/policy/environment.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {

std::string_view environment_name(Environment environment) {
  switch (environment) {
    case Environment::development:
      return "development";
    case Environment::test:
      return "test";
    case Environment::staging:
      return "staging";
    case Environment::production:
      return "production";
    case Environment::unknown:
      break;
  }
  return "unknown";
}

std::optional<Environment> environment_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Environment>, 14> names{{
      {"development", Environment::development},
      {"dev", Environment::development},
      {"develop", Environment::development},
      {"local", Environment::development},
      {"test", Environment::test},
      {"testing", Environment::test},
      {"ci", Environment::test},
      {"staging", Environment::staging},
      {"stage", Environment::staging},
      {"preview", Environment::staging},
      {"production", Environment::production},
      {"prod", Environment::production},
      {"prd", Environment::production},
      {"live", Environment::production},
  }};
  const auto* const found = std::find_if(names.begin(), names.end(), [&](const auto& entry) {
    return equal_ignoring_case(entry.first, name);
  });
  if (found == names.end()) return std::nullopt;
  return found->second;
}

std::string_view nearest_environment(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names{"development", "test", "staging",
                                                         "production"};
  return nearest_of(ascii_lowered(name), names);
}

}  // namespace corslint
