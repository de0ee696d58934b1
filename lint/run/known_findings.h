#pragma once

#include <optional>
#include <string>

#include "lint/run/baseline.h"
#include "lint/run/runner.h"

namespace corslint {

/// Which baseline holds: one for all files, that of each file's configuration, or none.
struct BaselineChoice {
  std::string file = {};  ///< the one for all; empty: the configuration's
  bool none = false;      ///< unless `file` names one, none at all
};

/// Takes what the baselines know out of a run's reports. A baseline that cannot be used becomes one
/// of `broken_files`, and a notice says how much a baseline could shrink. Paths in a baseline are
/// those that files are reported under; outside of a repository they are relative to the
/// baseline's folder. Throws `EnvironmentError` where the chosen file cannot be read.
void apply_baselines(RunResult& result, const BaselineChoice& choice,
                     const LintOptions& command_line);

/// The same for the report of one file, whose configuration has to be sound. Nothing is said of
/// what is gone; a baseline that cannot be used is as good as none.
void apply_baseline(FileReport& report, const LoadedConfiguration& loaded);

/// The baseline that a run's reports, before any was applied, make of the file: what it knew of
/// files that are still there and that the run did not look at, and of rules that did not run,
/// stays. Nothing where the old file cannot be used; it is then one of `broken_files`.
std::optional<Baseline> new_baseline(RunResult& result, const std::string& file,
                                     const LintOptions& command_line);

}  // namespace corslint
