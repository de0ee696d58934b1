#pragma once

#include <string>

#include "lint/cli/command_description.h"

namespace corslint {

/// The manual page of section 1 in the man macros of troff (man-pages(7)): the commands and options
/// of the command line, the rules with their summaries, the exit statuses.
std::string manual_page(const CommandDescription& program);

}  // namespace corslint
