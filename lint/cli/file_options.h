#pragma once

#include <CLI/CLI.hpp>

#include "lint/cli/check_files.h"

namespace corslint {

/// Declares the options that say which files are linted.
void add_file_options(CLI::App& command, FileArguments& arguments);

}  // namespace corslint
