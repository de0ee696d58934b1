#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lint/run/configuration/configuration.h"

namespace corslint {

/// Where the configuration stands in its file: the whole file, or `[tool.corslint]` in
/// `pyproject.toml`.
enum class ConfigurationForm { whole_file, pyproject };

/// What reading a configuration gave: what it says, as far as that is sound, and everything that is
/// wrong with it, in the order of the file. With any problem the configuration is not to be used.
struct ConfigurationReading {
  Configuration configuration = {};
  std::vector<FileProblem> problems = {};
};

/// Reads a configuration file. Every key, name, value, date and glob is checked. Nothing for a
/// `pyproject.toml` without `[tool.corslint]`; one that does not parse is none of ours unless it
/// says `[tool.corslint`. `folder` is the file's, absolute; `version` is the program's own.
std::optional<ConfigurationReading> read_configuration(const SourceFile& file,
                                                       ConfigurationForm form,
                                                       std::string_view folder,
                                                       std::string_view version);

}  // namespace corslint
