#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/run/diagnostic.h"
#include "lint/run/linter.h"

namespace corslint {

/// What one run lints, and with what.
struct RunOptions {
  std::vector<std::string> paths = {};  ///< files, folders, or `-` for standard input
  std::string stdin_filename = {};  ///< the name that standard input is linted under; may be empty
  std::size_t threads = 0;          ///< workers; 0 means one for each core
  LintOptions lint = {};
};

/// What a run gave. `files` holds the reports that have something in them, sorted by path, the same
/// for any number of workers. `problems` has one line for each named path that could not be linted,
/// which makes the run incomplete; `notices` one for each file that was left out for its size.
struct RunResult {
  std::vector<FileReport> files;
  std::size_t files_checked = 0;
  std::vector<std::string> problems;
  std::vector<std::string> notices;
};

/// Finds, reads and lints everything that the options name.
RunResult run(const RunOptions& options);

}  // namespace corslint
