#pragma once

#include <string>

#include "lint/cli/command_description.h"

namespace corslint {

/// A script that makes the shell complete commands, options and their values: to be sourced by
/// bash, put on `fpath` as `_corslint` for zsh, or into fish's `completions` folder as
/// `corslint.fish`.
std::string bash_completions(const CommandDescription& program);
std::string zsh_completions(const CommandDescription& program);
std::string fish_completions(const CommandDescription& program);

}  // namespace corslint
