#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "lint/cli/check_configuration.h"
#include "lint/cli/check_files.h"
#include "lint/cli/check_fixes.h"
#include "lint/cli/check_options.h"
#include "lint/cli/check_paths.h"
#include "lint/cli/commands.h"
#include "lint/cli/file_options.h"
#include "lint/cli/output.h"
#include "lint/cli/progress_line.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"
#include "lint/run/finding_limit.h"
#include "lint/run/fixing.h"
#include "lint/run/reported_path.h"
#include "lint/run/runner.h"

namespace corslint {
namespace {

/// What keeps a text from being a whole number from 0; empty where nothing does.
std::string problem_with_count(const std::string& text) {
  const bool is_count = !text.empty() && text.size() < 10 &&
                        std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return is_count ? std::string() : printable_in_backticks(text) + " is not a whole number from 0";
}

void add_report_options(CLI::App& command, CheckArguments& arguments) {
  const auto* const group = "Report";
  command
      .add_option("-f,--format", arguments.formats,
                  format_names() + "; default: full; F=FILE writes to a file; repeatable")
      ->option_text("F")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--output-format", arguments.formats)->allow_extra_args(false)->group("");
  command.add_option("-o,--output-file", arguments.output_file, "The first format goes to FILE")
      ->option_text("FILE")
      ->group(group);
  command.add_option("--color", arguments.color, "auto (default), always or never")
      ->option_text("WHEN")
      ->group(group);
  command
      .add_flag("--statistics", arguments.statistics,
                "Also say how often each rule fired, on standard error")
      ->group(group);
  command.add_flag("-q,--quiet", arguments.quiet, "Findings only")->group(group);
  command
      .add_flag("-v,--verbose", arguments.verbose,
                "Also list the policies that were read, on standard error")
      ->group(group);
}

void add_rule_options(CLI::App& command, CheckArguments& arguments) {
  const auto* const group = "Rules";
  command
      .add_option("--select", arguments.select, "Only these rules; names of rules and groups, ALL")
      ->option_text("R,..")
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--ignore", arguments.ignore, "Not these rules")
      ->option_text("R,..")
      ->allow_extra_args(false)
      ->group(group);
  command
      .add_option("--severity", arguments.severities,
                  "error, warning, info or off for a rule or group; repeatable")
      ->option_text("R=LEVEL")
      ->allow_extra_args(false)
      ->group(group);
  command
      .add_option("--fail-level", arguments.fail_level,
                  "Exit 1 from this severity on: error, warning (default), info, never")
      ->option_text("LEVEL")
      ->group(group);
  command
      .add_option("--max-warnings", arguments.max_warnings,
                  "Exit 1 above N warnings, instead of at the first")
      ->option_text("N")
      ->check(problem_with_count)
      ->group(group);
}

void add_policy_options(CLI::App& command, CheckArguments& arguments) {
  const auto* const group = "Policies";
  command
      .add_option("--environment", arguments.environment,
                  "development, test, staging or production; overrides what was detected")
      ->option_text("E")
      ->group(group);
  command
      .add_option("--dialect", arguments.dialect,
                  "The enforcer; overrides what was detected (`corslint dialects`)")
      ->option_text("D[@VERSION]")
      ->group(group);
  command
      .add_option("--dev-origin", arguments.dev_origins,
                  "An origin that every development policy must admit; repeatable")
      ->option_text("O")
      ->allow_extra_args(false)
      ->group(group);
  command
      .add_option("--stdin-filename", arguments.stdin_filename,
                  "The name that `-` is linted and reported under")
      ->option_text("PATH")
      ->group(group);
  command.add_option("-j,--threads", arguments.threads, "Workers; default: all cores")
      ->option_text("N")
      ->check(problem_with_count)
      ->group(group);
}

void add_fix_options(CLI::App& command, CheckArguments& arguments) {
  const auto* const group = "Fixes";
  command
      .add_flag("--fix", arguments.fix,
                "Apply safe fixes, and report what remains; the fixed text of `-` goes to standard "
                "output, and its report to standard error")
      ->group(group);
  command
      .add_flag("--unsafe-fixes", arguments.unsafe_fixes,
                "With --fix, --fix-only or --diff: also fixes that a person has to confirm; alone: "
                "count them as fixable")
      ->group(group);
  command
      .add_flag("--diff", arguments.diff,
                "Print the fixes as a patch instead of the report, and change nothing; exit 1 if "
                "there is one")
      ->group(group);
  command
      .add_flag("--fix-only", arguments.fix_only,
                "Apply fixes, say on standard error which, and report nothing; exit 0 unless one "
                "could not be written")
      ->group(group);
}

void describe_policies(const Report& report) {
  for (const auto& file : report.files) {
    for (const auto& policy : file.policies)
      write_message(file.file.path() + ": policy `" + policy.name + "`, dialect " + policy.dialect +
                    ", environment " + std::string(environment_name(policy.environment)));
  }
}

void write_messages(const RunResult& result, const CheckArguments& arguments) {
  for (const auto& problem : result.problems) write_message(problem);
  if (arguments.quiet) return;
  for (const auto& notice : result.notices) write_message(notice);
  if (arguments.verbose)
    for (const auto& line : left_out_lines(result)) write_message(line);
}

/// A run that shows how far it is where somebody looks on.
RunResult watched_run(RunOptions options, const CheckArguments& arguments) {
  RunProgress progress;
  if (arguments.quiet) return run(options);
  options.progress = &progress;
  const ProgressLine line(progress);
  return run(options);
}

/// What standard output carries instead of the report.
void write_fixed_text(const RunResult& result, const CheckOptions& options) {
  if (options.fix_action == FixAction::show)
    write_standard_output(patch_of(result, options.run.stdin_filename));
  else if (applies(options.fix_action) && result.standard_input)
    write_standard_output(*result.standard_input);
}

void write_fix_messages(const RunResult& result, const Report& report,
                        const CheckArguments& arguments, FixAction action) {
  if (action == FixAction::none) return;
  if (action == FixAction::apply_only || arguments.verbose)
    write_standard_error(fix_list(result, report));
  const auto summary = fix_summary(result, report, action);
  if (!arguments.quiet && !summary.empty()) write_message(summary);
}

void write_reports(const Report& report, const CheckArguments& arguments,
                   const CheckOptions& options) {
  const auto verbosity = arguments.quiet ? Verbosity::findings_only : Verbosity::with_summary;
  const bool is_filter = applies(options.fix_action) &&
                         std::ranges::find(options.run.paths, "-") != options.run.paths.end();
  const auto stream = is_filter ? StandardStream::error : StandardStream::output;
  bool has_summary = false;
  for (const auto& target : options.targets) {
    if (options.fix_action == FixAction::show && target.file.empty()) continue;
    write_report(report, target, options.colour, verbosity, stream);
    has_summary = has_summary || (target.file.empty() && target.format->name == "full");
  }
  if (arguments.statistics) write_standard_error(statistics(report));
  if (arguments.verbose && !has_summary) write_message(summary_line(report));
}

ExitStatus check(const CheckArguments& arguments) {
  const auto options = check_options(arguments);
  const auto action = options.fix_action;
  auto result = watched_run(options.run, arguments);
  if (applies(action)) apply_fixes(result, options.run.paths);
  settle_known_findings(result, options);
  limit_findings(result);
  write_broken_files(result, options.colour);
  write_messages(result, arguments);
  if (options.run.only_lists) {
    write_standard_output(shown_files(result));
    return result.problems.empty() ? ExitStatus::clean : ExitStatus::failure;
  }
  if (!arguments.quiet)
    for (const auto& line : nothing_found_lines(options.run, result)) write_message(line);
  write_fixed_text(result, options);
  if (options.fail.is_level_asked)
    for (auto& file : result.files) file.fail_level = options.fail.level;
  const Report report{.files = std::move(result.files),
                      .files_checked = result.files_checked,
                      .fixes = options.fixes,
                      .problems = result.problems,
                      .notices = result.notices,
                      .folder = reported_folder()};
  if (arguments.verbose) {
    describe_policies(report);
    describe_silenced(result, report);
  }
  write_fix_messages(result, report, arguments, action);
  // Where nothing could be checked, a report of nothing would read as if all were well.
  const bool is_empty = !result.broken_files.empty() && result.checked.empty();
  if (action != FixAction::apply_only && !is_empty) write_reports(report, arguments, options);

  if (!result.problems.empty() || !result.broken_files.empty()) return ExitStatus::failure;
  if (action == FixAction::apply_only) return ExitStatus::clean;
  if (action == FixAction::show)
    return result.fixes.empty() ? ExitStatus::clean : ExitStatus::findings;
  return fails(report, options.fail) ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace

ExitStatus check_paths(std::vector<std::string> paths) {
  CheckArguments arguments;
  arguments.paths = std::move(paths);
  return check(arguments);
}

void add_check_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("check", "Lint policy files (the default)");
  const auto arguments = std::make_shared<CheckArguments>();
  command
      ->add_option("PATH", arguments->paths,
                   "A file, a directory, or - for standard input; default: .")
      ->option_text(" ");
  add_report_options(*command, *arguments);
  add_rule_options(*command, *arguments);
  add_policy_options(*command, *arguments);
  add_file_options(*command, arguments->files);
  add_fix_options(*command, *arguments);
  add_configuration_options(*command, *arguments);
  command->callback([arguments, &status] { status = check(*arguments); });
}

}  // namespace corslint
