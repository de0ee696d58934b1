#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/run/diagnostic.h"
#include "lint/run/fixer.h"
#include "lint/run/linter.h"

namespace corslint {

/// What one run lints, and with what.
struct RunOptions {
  std::vector<std::string> paths = {};  ///< files, folders, or `-` for standard input
  std::string stdin_filename = {};  ///< the name that standard input is linted under; may be empty
  std::size_t threads = 0;          ///< workers; 0 means one for each core
  LintOptions lint = {};
  std::optional<FixScope> fix = {};  ///< which fixes are worked out; none: no fixes
};

/// A file that fixes change: the path that opens it (`-` for standard input), which of the run's
/// files its report is, and what becomes of it. Nothing has been written yet.
struct FileFix {
  std::string path;
  std::size_t index = 0;
  FixedFile fixed;
};

/// What a run gave. `files` holds the reports that have something in them, sorted by path, the same
/// for any number of workers. `problems` has one line for each named path that could not be linted,
/// which makes the run incomplete; `notices` one for each file that was left out for its size.
/// `fixes` are in the order of `files`. `standard_input` is its text, where it was read.
struct RunResult {
  std::vector<FileReport> files;
  std::size_t files_checked = 0;
  std::vector<std::string> problems;
  std::vector<std::string> notices;
  std::vector<FileFix> fixes = {};
  std::optional<std::string> standard_input = {};
};

/// Finds, reads and lints everything that the options name.
RunResult run(const RunOptions& options);

}  // namespace corslint
