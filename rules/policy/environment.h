#pragma once

#include <optional>
#include <string_view>

namespace corslint {

/// Where a policy is deployed. Rules that need to know stay silent on `unknown`.
enum class Environment { unknown, development, test, staging, production };

/// The environment's own name, as reports and options spell it; `unknown` for the one that is not
/// known.
std::string_view environment_name(Environment environment);

/// The environment that `name` stands for in any case: the full names and the usual short ones
/// (`dev`, `local`, `prod`, `live`, `stage`, `testing`, ...). Nothing for any other word.
std::optional<Environment> environment_named(std::string_view name);

/// The environment's name nearest to `name`, for a suggestion; empty if nothing is near.
std::string_view nearest_environment(std::string_view name);

}  // namespace corslint
