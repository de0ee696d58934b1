#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/enforcers/enforcer.h"

namespace corslint {

/// What an enforcer does, each aspect by its name and in a few words, always in the same order.
std::vector<std::pair<std::string_view, std::string>> behaviour_of(const Enforcer& enforcer);

}  // namespace corslint
