#pragma once

#include <string>
#include <vector>

#include "lint/cli/exit_status.h"

namespace corslint {

/// What `check` does with these paths and no options.
ExitStatus check_paths(std::vector<std::string> paths);

}  // namespace corslint
