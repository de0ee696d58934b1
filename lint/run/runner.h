#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lint/run/configuration/lookup.h"
#include "lint/run/diagnostic.h"
#include "lint/run/file_selection.h"
#include "lint/run/files.h"
#include "lint/run/fixer.h"
#include "lint/run/linter.h"

namespace corslint {

/// How far a run is, for whoever waits for it on another thread.
struct RunProgress {
  std::atomic<std::size_t> files = 0;  ///< how many there are; 0 while they are looked for
  std::atomic<std::size_t> done = 0;
};

/// What one run lints, and with what.
struct RunOptions {
  std::vector<std::string> paths = {};  ///< files, folders, or `-` for standard input
  std::string stdin_filename = {};  ///< the name that standard input is linted under; may be empty
  std::size_t threads = 0;          ///< workers; 0 means one for each core
  FileSelection selection = {};
  bool only_lists = false;          ///< nothing is linted, and what would be is in `listed`
  RunProgress* progress = nullptr;  ///< where to write how far the run is; may be null
  LintOptions lint = {};            ///< what the command line asks for
  ConfigurationChoice configuration = {};
  std::optional<FixScope> fix = {};  ///< which fixes are worked out; none: no fixes
};

/// A file that fixes change: the path that opens it (`-` for standard input), which of the run's
/// files its report is, and what becomes of it. Nothing has been written yet.
struct FileFix {
  std::string path;
  std::size_t index = 0;
  FixedFile fixed;
};

/// A file that decides about the run and has something wrong in it: a configuration or a baseline.
struct BrokenFile {
  SourceFile file;
  std::vector<FileProblem> problems;
};

/// A file that was linted, whether anything was found in it or not: the path that it is reported
/// under, and its configuration.
struct CheckedFile {
  std::string path;
  const LoadedConfiguration* configuration = nullptr;
};

/// What a run gave. `files` holds the reports that have something in them, sorted by path, the same
/// for any number of workers; a configuration with entries that silence nothing has one, too.
/// `file_configurations` has the configuration of each of them. `broken_files` make the run
/// incomplete: nothing that a broken configuration is about was linted. `problems` has one line for
/// each named path that could not be linted, which makes the run incomplete; `notices` one for what
/// else the user should know, such as a file that was left out for its size. `search` says what was
/// looked at, without its files, and has in `left_out` also the files that say nothing about CORS.
/// `fixes` are in the order of `files`.
/// `standard_input` is its text, where it was read.
struct RunResult {
  std::vector<FileReport> files;
  std::vector<const LoadedConfiguration*> file_configurations = {};
  std::shared_ptr<Configurations> configurations = {};
  std::vector<CheckedFile> checked = {};
  std::vector<BrokenFile> broken_files = {};
  std::size_t files_checked = 0;
  std::vector<std::string> problems;
  std::vector<std::string> notices;
  InputFiles search = {};
  std::vector<std::string> listed = {};
  std::vector<FileFix> fixes = {};
  std::optional<std::string> standard_input = {};
};

/// Finds, reads and lints everything that the options name.
RunResult run(const RunOptions& options);

}  // namespace corslint
