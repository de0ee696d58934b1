#pragma once

#include <string>
#include <vector>

#include "lint/cli/colour_choice.h"
#include "lint/report/report.h"

namespace corslint {

/// The forms that a report comes in.
enum class ReportFormat { full, concise, json, json_lines };

/// One report to be written: its form, and where to; an empty file means standard output.
struct ReportTarget {
  ReportFormat format = ReportFormat::full;
  std::string file;
};

/// The reports that `--format F` or `F=FILE` (each may come several times) and `--output-file` ask
/// for; `full` on standard output where nothing does. `-` as a file is standard output. Throws
/// `EnvironmentError` for an unknown format and where two reports would go to one place.
std::vector<ReportTarget> report_targets(const std::vector<std::string>& formats,
                                         const std::string& output_file);

/// Where a report without a file goes: standard error where standard output carries something else.
enum class StandardStream { output, error };

/// Writes one report to where it goes.
void write_report(const Report& report, const ReportTarget& target, ColourChoice choice,
                  Verbosity verbosity, StandardStream stream = StandardStream::output);

}  // namespace corslint
