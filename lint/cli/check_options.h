#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/cli/check_files.h"
#include "lint/cli/check_fixes.h"
#include "lint/cli/colour_choice.h"
#include "lint/cli/formats.h"
#include "lint/run/known_findings.h"
#include "lint/run/runner.h"

namespace corslint {

/// The words of a `check` command line, as they stand there.
struct CheckArguments {
  std::vector<std::string> paths = {};
  std::vector<std::string> formats = {};
  std::string output_file = {};
  std::vector<std::string> select = {};
  std::vector<std::string> ignore = {};
  std::vector<std::string> severities = {};
  std::string fail_level = {};
  std::optional<std::size_t> max_warnings = {};
  std::string environment = {};
  std::string dialect = {};
  std::vector<std::string> dev_origins = {};
  std::string stdin_filename = {};
  FileArguments files = {};
  std::size_t threads = 0;
  std::string color = "auto";
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;
  bool fix_only = false;
  std::string configuration = {};
  bool no_configuration = false;
  std::string baseline = {};
  std::string write_baseline = {};
  bool no_ignores = false;
  bool report_unused_ignores = false;
  bool statistics = false;
  bool quiet = false;
  bool verbose = false;
};

/// From which severity on the run fails, and above how many warnings. No severity: never. Where no
/// level was asked for, that of each file's configuration holds.
struct FailConditions {
  std::optional<Severity> level = Severity::warning;
  bool is_level_asked = false;
  std::optional<std::size_t> max_warnings = {};
};

/// What these words ask for. `fixes` is what counts as fixable, also where nothing is fixed.
struct CheckOptions {
  RunOptions run = {};
  BaselineChoice baseline = {};
  std::string write_baseline = {};  ///< the file; empty: none is written
  FixAction fix_action = FixAction::none;
  FixScope fixes = FixScope::safe;
  std::vector<ReportTarget> targets = {};
  FailConditions fail = {};
  ColourChoice colour = ColourChoice::automatic;
};

/// Reads the words. A maximum of warnings stands for warnings that do not fail on their own, unless
/// a fail level says otherwise. Throws `EnvironmentError` for what names nothing known, with the
/// nearest name that is.
CheckOptions check_options(const CheckArguments& arguments);

/// Whether a run with this report fails.
bool fails(const Report& report, const FailConditions& conditions);

}  // namespace corslint
