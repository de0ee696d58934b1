#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/run/configuration/lookup.h"
#include "lint/run/linter.h"

namespace corslint {

/// What one file of a run had to do with the entries of its configuration.
struct EntryUse {
  const LoadedConfiguration* configuration = nullptr;
  std::string path = {};                       ///< below the configuration's folder
  std::vector<std::size_t> used_ignores = {};  ///< see `ConfiguredIgnore::number`
};

/// What a configuration itself gives to report.
struct ConfigurationReport {
  FileReport report;
  const LoadedConfiguration* configuration = nullptr;
};

/// The entries that silence nothing any more: an `[[ignore]]` that has expired, whose path means no
/// file, or one of whose rules found nothing there. What the run did not look at is not judged:
/// unless a folder that it searched, of `paths`, holds the configuration, only entries count whose
/// path is that of a file in the run; and rules that do not run do not count. Nothing where
/// `command_line` disregards ignores. In the order of the configurations' paths.
std::vector<ConfigurationReport> unused_entries(const std::vector<EntryUse>& uses,
                                                const std::vector<std::string>& paths,
                                                const LintOptions& command_line, Date today);

/// What to say of each `[[policy]]` that means no file of the run, where a folder that was
/// searched, of `paths`, holds its configuration: the dialect that it names is then nobody's.
std::vector<std::string> unused_policy_entries(const std::vector<EntryUse>& uses,
                                               const std::vector<std::string>& paths);

}  // namespace corslint
