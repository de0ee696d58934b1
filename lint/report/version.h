#pragma once

#include <string_view>

namespace corslint {

/// The program's version, as `--version` and reports say it: that of the CMake project.
std::string_view version();

}  // namespace corslint
