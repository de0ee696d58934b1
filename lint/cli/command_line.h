#pragma once

#include <string>
#include <vector>

#include "lint/cli/exit_status.h"

namespace corslint {

/// Runs one command line, the program's name left out. What does not begin with a command is linted
/// as `check` would. Throws `EnvironmentError` for bad usage and for output that cannot be written.
ExitStatus run_command_line(std::vector<std::string> arguments);

}  // namespace corslint
