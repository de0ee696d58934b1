#include "lint/cli/check_configuration.h"

#include <string>

#include "lint/cli/output.h"
#include "lint/report/baseline.h"
#include "lint/report/file_problems.h"
#include "lint/run/known_findings.h"

namespace corslint {
namespace {

std::string_view silencer_text(Silencer silencer) {
  switch (silencer) {
    case Silencer::comment:
      return "silenced by a comment";
    case Silencer::configuration:
      return "silenced by the configuration";
    case Silencer::baseline:
      break;
  }
  return "known to the baseline";
}

void write_new_baseline(RunResult& result, const CheckOptions& options) {
  const auto& file = options.write_baseline;
  const auto baseline = new_baseline(result, file, options.run.lint);
  if (!baseline) return;
  write_file(file, baseline_text(*baseline));
  std::size_t count = 0;
  for (const auto& known : *baseline) count += known.count;
  result.notices.push_back(file + ": written, with " + std::to_string(count) +
                           (count == 1 ? " finding" : " findings"));
  apply_baselines(result, {.file = file}, options.run.lint);
}

}  // namespace

void add_configuration_options(CLI::App& command, CheckArguments& arguments) {
  const auto* const group = "Configuration";
  command
      .add_option("-c,--config", arguments.configuration,
                  "The configuration of every file; default: the nearest corslint.toml, "
                  ".corslint.toml or pyproject.toml with [tool.corslint] above each")
      ->option_text("FILE")
      ->group(group);
  command.add_flag("--no-config", arguments.no_configuration, "No configuration at all")
      ->group(group);
  command
      .add_flag(
          "--no-ignores", arguments.no_ignores,
          "Disregard `corslint: ignore[...]` comments, and the configuration's [[ignore]] and "
          "baseline")
      ->group(group);
  command
      .add_flag("--report-unused-ignores", arguments.report_unused_ignores,
                "Report ignores that silence nothing, also where `unused-ignore` is off")
      ->group(group);
  command
      .add_option("--baseline", arguments.baseline,
                  "Report only what FILE does not know, instead of the configuration's baseline")
      ->option_text("FILE")
      ->group(group);
  command
      .add_option("--write-baseline", arguments.write_baseline,
                  "Write what is found into FILE, so that only new findings are reported from then "
                  "on; what FILE knows of files that were not checked stays")
      ->option_text("FILE")
      ->group(group);
}

void settle_known_findings(RunResult& result, const CheckOptions& options) {
  if (!options.write_baseline.empty()) {
    if (result.broken_files.empty() && result.problems.empty()) write_new_baseline(result, options);
    return;
  }
  apply_baselines(result, options.baseline, options.run.lint);
}

void write_broken_files(const RunResult& result, ColourChoice colour) {
  for (const auto& broken : result.broken_files)
    write_standard_error(problem_frames(broken.file, broken.problems, colour_of_file(colour)));
}

void describe_silenced(const RunResult& result, const Report& report) {
  for (const auto* loaded : result.configurations->found())
    write_message("configuration: " + loaded->file->path());
  for (const auto& file : report.files) {
    for (const auto& [diagnostic, silencer, reason] : file.silenced) {
      const auto position = file.file.position(diagnostic.finding.span.begin);
      write_message(file.file.path() + ':' + std::to_string(position.line) + ':' +
                    std::to_string(position.column) + ": " + std::string(diagnostic.rule->id) +
                    ' ' + std::string(silencer_text(silencer)) +
                    (reason.empty() ? "" : ": " + reason));
    }
  }
}

}  // namespace corslint
