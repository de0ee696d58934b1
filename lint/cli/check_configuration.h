#pragma once

#include <CLI/CLI.hpp>

#include "lint/cli/check_options.h"
#include "lint/report/report.h"

namespace corslint {

/// The options about configuration, ignores and baseline.
void add_configuration_options(CLI::App& command, CheckArguments& arguments);

/// Takes what is known out of a run's reports, or writes it down first where that is asked for.
/// What is said about that is in the result's notices.
void settle_known_findings(RunResult& result, const CheckOptions& options);

/// Says what is wrong with configurations and baselines, on standard error.
void write_broken_files(const RunResult& result, ColourChoice colour);

/// Says which configurations were read, and what was silenced, by what and why, on standard error.
void describe_silenced(const RunResult& result, const Report& report);

}  // namespace corslint
