#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/run/runner.h"

namespace corslint {

/// How much was fixed, or would be.
struct FixFigures {
  std::size_t findings = 0;
  std::size_t files = 0;
};

/// The figures of the fixes that a run worked out.
FixFigures figures_of(const std::vector<FileFix>& fixes);

/// Puts what the run worked out into effect, one file after another; standard input becomes its
/// fixed text. A file that was written has the report of what remains; one that could not be keeps
/// its report, gets a line in `problems`, and its fix goes. `paths` are those that the run was
/// given.
void apply_fixes(RunResult& result, const std::vector<std::string>& paths);

/// What the run worked out as one patch, in the order of the files, with paths relative to the
/// working directory; a file outside of it is named from the root folder. `stdin_filename` is the
/// name of standard input, which may be empty.
std::string patch_of(const RunResult& result, const std::string& stdin_filename);

}  // namespace corslint
