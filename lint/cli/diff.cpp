#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/read/reader.h"
#include "lint/report/policy_difference.h"
#include "lint/report/printable.h"
#include "lint/run/configuration/policy_reading.h"
#include "lint/run/environment_error.h"
#include "lint/run/policy_difference.h"
#include "lint/run/reading.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  std::string dialect;
  std::string format = "text";
};

std::vector<Policy> policies_of(const std::string& path, const DiffOptions& options) {
  auto reading = read_path(path);
  if (!reading.problem.empty()) throw EnvironmentError(printable(path) + ": " + reading.problem);
  const SourceFile file(path, std::move(reading.text));
  const auto format = format_of(path).value_or(guessed_format(file.text()));
  const auto document = read_document(file, format);
  if (!is_readable(document))
    throw EnvironmentError(printable(path) + " does not parse; `corslint check` says where");
  return read_policies(file, document, configured_reading(path, options.dialect));
}

ExitStatus run_diff(const DiffOptions& options) {
  if (!options.dialect.empty() && find_enforcer(options.dialect) == nullptr)
    throw EnvironmentError("--dialect: there is no dialect `" + printable(options.dialect) + "`");
  const auto changes =
      differences(policies_of(options.before, options), policies_of(options.after, options));
  if (options.format == "json") {
    write_standard_output(differences_json(changes));
  } else if (options.format == "text") {
    write_standard_output(differences_text(changes));
  } else {
    throw EnvironmentError("--format: `" + printable(options.format) + "` is not text or json");
  }
  const bool gained = std::any_of(changes.begin(), changes.end(), gains_access);
  return gained ? ExitStatus::findings : ExitStatus::clean;
}

}  // namespace

void add_diff_command(CLI::App& app, ExitStatus& status) {
  auto* command =
      app.add_subcommand("diff", "Say who gained and who lost access between two files");
  const auto options = std::make_shared<DiffOptions>();
  command->add_option("OLD", options->before, "The file before")->required()->option_text(" ");
  command->add_option("NEW", options->after, "The file after")->required()->option_text(" ");
  command->add_option("--dialect", options->dialect, "The enforcer of both")
      ->option_text("D[@VERSION]");
  command->add_option("-f,--format", options->format, "text (default) or json")
      ->option_text("FORMAT");
  command->footer("Exit status: 0 nobody gains access, 1 somebody does, 2 it could not run.");
  command->callback([options, &status] { status = run_diff(*options); });
}

}  // namespace corslint
