#pragma once

#include <string>
#include <string_view>

#include "rules/enforcers/simulation.h"

namespace corslint {

/// What Chromium's console says of a blocked exchange with the resource at `url`, word for word;
/// empty where it says nothing, and where the server does not start. The words are those of
/// third_party/blink/renderer/platform/loader/cors/cors_error_string.cc.
std::string console_message(const Simulation& simulation, std::string_view url);

}  // namespace corslint
