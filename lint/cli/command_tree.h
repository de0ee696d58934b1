#pragma once

#include <CLI/CLI.hpp>

#include "lint/cli/command_description.h"

namespace corslint {

/// The command line as data, for what is made from it: completions and the manual page.
CommandDescription described(const CLI::App& app);

}  // namespace corslint
