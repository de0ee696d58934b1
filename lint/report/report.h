#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/report/painter.h"
#include "lint/run/diagnostic.h"
#include "lint/run/fixer.h"

namespace corslint {

/// What a report is made from: the reports of the files that have something in them, sorted by
/// path, how many files were looked at, and which fixes make a diagnostic fixable.
struct Report {
  std::vector<FileReport> files;
  std::size_t files_checked = 0;
  FixScope fixes = FixScope::safe;
};

/// The figures of a report. `fixable` counts the diagnostics that come with a fix of its scope.
struct Summary {
  std::size_t files = 0;
  std::size_t policies = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t suppressed = 0;
  std::size_t fixable = 0;
};

/// Counts everything once.
Summary summary_of(const Report& report);

/// How much the `full` report says beyond the findings.
enum class Verbosity { findings_only, with_summary };

/// Frames of the source with everything said about each finding, for people; the figures, or that
/// nothing was found, at the end.
std::string full_report(const Report& report, Colour colour, Verbosity verbosity);

/// `path:line:column: severity[rule] message`, one line a finding.
std::string concise_report(const Report& report, Colour colour);

/// The document that `schemas/report.schema.json` describes. ASCII only, so that it is valid JSON
/// and harmless in a terminal whatever the input was.
std::string json_report(const Report& report);

/// One diagnostic of that document a line.
std::string json_lines_report(const Report& report);

/// The last line of the `full` report, without a line end: figures, or that nothing was found.
std::string summary_line(const Report& report);

/// How often each rule fired, the most frequent first, one a line; empty if none did.
std::string statistics(const Report& report);

}  // namespace corslint
