#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/colour_choice.h"
#include "lint/report/report.h"

namespace corslint {

/// One form of a report: its name and what writes it. `hidden` ones are names that other linters
/// gave to the same.
struct ReportFormat {
  std::string_view name;
  std::string (*rendered)(const Report& report, Colour colour, Verbosity verbosity);
  bool hidden = false;
};

/// The names of the forms, without their synonyms, in the order of `--help`.
std::vector<std::string> listed_formats();

/// The names of the forms for `--help`, in the order in which they are listed there.
std::string format_names();

/// One report to be written: its form, and where to; an empty file means standard output.
struct ReportTarget {
  const ReportFormat* format = nullptr;
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
