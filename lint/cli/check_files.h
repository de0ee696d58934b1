#pragma once

#include <string>
#include <vector>

#include "lint/run/file_selection.h"
#include "lint/run/runner.h"

namespace corslint {

/// The words of a command line about which files are linted.
struct FileArguments {
  std::vector<std::string> exclude = {};
  std::vector<std::string> extend_exclude = {};
  bool force_exclude = false;
  bool no_ignore = false;
  bool hidden = false;
  bool staged = false;
  bool changed = false;
  std::string since = {};
  bool show_files = false;
};

/// What these words select. Throws `EnvironmentError` where they ask for two kinds of changes, or
/// for a revision that is none.
FileSelection file_selection(const FileArguments& arguments);

/// The files that would be linted, one a line. Names that hold line ends or other control
/// characters are spelled out.
std::string shown_files(const RunResult& result);

/// Why each file was left out, one a line, without the program's name.
std::vector<std::string> left_out_lines(const RunResult& result);

/// What to say where nothing was found to be linted: what was looked at and, where folders were
/// searched, what would count and how to find out why a file was left out. Nothing where something
/// was found, or where the files that were looked at had all been named.
std::vector<std::string> nothing_found_lines(const RunOptions& options, const RunResult& result);

}  // namespace corslint
