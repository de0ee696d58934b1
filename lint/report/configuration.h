#pragma once

#include <string>
#include <vector>

#include "lint/run/configuration/lookup.h"
#include "lint/run/diagnostic.h"

namespace corslint {

/// What holds, as TOML: every key with its value and, in a comment, the file and line that set it,
/// or that it is the default. With a path, which is below the configuration's folder, only entries
/// that mean this file. The configuration has to be sound.
std::string configuration_text(const LoadedConfiguration& loaded, const std::string& path);

/// A commented `corslint.toml` in which everything is as it is without one. `files` are the
/// policies that were found; for those whose enforcer is not known it has entries to fill in.
std::string configuration_template(const std::vector<FileReport>& files);

}  // namespace corslint
