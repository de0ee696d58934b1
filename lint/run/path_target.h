#pragma once

#include <cstdint>
#include <string>

namespace corslint {

/// What stands at a path, symbolic links followed. `unknown`: the system does not say.
enum class PathTarget : std::uint8_t { nothing, file, folder, other, unknown };

/// Asks the system once. Much cheaper than std::filesystem, which takes a path apart first; a
/// search asks for many names in each folder.
PathTarget target_of(const std::string& path);

}  // namespace corslint
