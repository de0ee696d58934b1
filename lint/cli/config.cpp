#include <memory>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/configuration.h"
#include "lint/report/file_problems.h"
#include "lint/run/configuration/settings.h"

namespace corslint {
namespace {

struct ShowOptions {
  std::string file;
  ConfigurationChoice choice;
};

ExitStatus show(const ShowOptions& options) {
  Configurations configurations(options.choice);
  const auto settings = settings_for(configurations, options.file, {}, today());
  const auto& loaded = *settings.configuration;
  for (const auto& notice : configurations.notices()) write_message(notice);
  if (!loaded.problems.empty()) {
    write_standard_error(problem_frames(*loaded.file, loaded.problems, Colour::none));
    return ExitStatus::failure;
  }
  write_standard_output(
      configuration_text(loaded, options.file.empty() ? std::string() : settings.path));
  return ExitStatus::clean;
}

}  // namespace

void add_config_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("config", "Show the configuration that holds");
  command->require_subcommand(1);
  auto* shown = command->add_subcommand(
      "show", "Print what holds for FILE or the current directory, and which file says so");
  const auto options = std::make_shared<ShowOptions>();
  shown->add_option("FILE", options->file, "A file that is linted, whether it is there or not")
      ->option_text(" ");
  shown->add_option("-c,--config", options->choice.file, "The configuration")->option_text("FILE");
  shown->add_flag("--no-config", options->choice.none, "No configuration at all");
  shown->callback([options, &status] { status = show(*options); });
}

}  // namespace corslint
