#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/configuration.h"
#include "lint/run/configuration/lookup.h"
#include "lint/run/environment_error.h"
#include "lint/run/runner.h"

namespace corslint {
namespace {

constexpr std::string_view file_name = "corslint.toml";

struct InitOptions {
  bool to_standard_output = false;
  bool force = false;
};

/// The configuration file that stands in the working directory; empty if there is none.
std::string present_configuration() {
  std::error_code ignored;
  const auto directory = std::filesystem::current_path(ignored);
  Configurations configurations({});
  const auto& loaded = configurations.of_folder(".");
  if (!loaded.file || loaded.configuration.folder != directory.string()) return {};
  return std::filesystem::path(loaded.file->path()).filename().string();
}

ExitStatus init(const InitOptions& options) {
  if (!options.to_standard_output && !options.force) {
    const auto present = present_configuration();
    if (present == file_name)
      throw EnvironmentError(
          "corslint.toml is there already; `--force` replaces it, `--stdout` "
          "prints a new one");
    if (!present.empty())
      throw EnvironmentError("there is a configuration already, in " + present +
                             "; `--stdout` prints a new one, `--force` writes corslint.toml, which "
                             "goes before it");
    // One that cannot be read must not be replaced either.
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file_name, ignored)))
      throw EnvironmentError("corslint.toml is there already; `--force` replaces it");
  }
  const auto found = run({.paths = {"."}, .configuration = {.none = true}});
  const auto text = configuration_template(found.files);
  if (options.to_standard_output) {
    write_standard_output(text);
    return ExitStatus::clean;
  }
  write_file(std::string(file_name), text);
  write_message("corslint.toml: written; everything in it is commented out");
  return ExitStatus::clean;
}

}  // namespace

void add_init_command(CLI::App& app, ExitStatus& status) {
  auto* command =
      app.add_subcommand("init", "Write a commented corslint.toml into the current directory");
  const auto options = std::make_shared<InitOptions>();
  command->add_flag("--stdout", options->to_standard_output, "Print it instead");
  command->add_flag("--force", options->force, "Replace the one that is there");
  command->callback([options, &status] { status = init(*options); });
}

}  // namespace corslint
