#pragma once

#include <string>

#include "lint/read/reader.h"

namespace corslint {

/// What the policies of the file at `path` are read with where one file is looked at by itself: its
/// configuration's `[[policy]]` and `[env]`, and a dialect that outweighs both. For `-` it is the
/// configuration of the working directory. Throws `EnvironmentError` where that is broken.
ReadOptions configured_reading(const std::string& path, const std::string& dialect);

}  // namespace corslint
