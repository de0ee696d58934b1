#include "lint/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/printable.h"
#include "lint/report/version.h"
#include "lint/run/environment_error.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::string_view default_command =
    "`corslint PATH...` is `corslint check PATH...`, and `corslint` alone checks the current "
    "directory.\n`corslint COMMAND --help` lists the options of a command.\n\n";
constexpr std::string_view exit_statuses =
    "Exit status: 0 nothing at or above the fail level, 1 findings, 2 it could not run.";

// Names that are promised to commands of other versions: taking one for a path would mislead.
constexpr std::array<std::string_view, 3> absent_commands{"init", "completions", "lsp"};

/// Puts the default command in front where there is none.
void complete(std::vector<std::string>& arguments, const CLI::App& app) {
  constexpr std::array<std::string_view, 4> own_options{"-h", "--help", "-V", "--version"};
  if (!arguments.empty()) {
    const std::string_view first = arguments.front();
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    if (std::ranges::find(commands, first, &CLI::App::get_name) != commands.end()) return;
    if (std::ranges::find(own_options, first) != own_options.end()) return;
    std::error_code ignored;
    if (std::ranges::find(absent_commands, first) != absent_commands.end() &&
        !std::filesystem::exists(arguments.front(), ignored))
      throw EnvironmentError("the command `" + arguments.front() +
                             "` is not available in this version");
  }
  arguments.insert(arguments.begin(), "check");
}

std::string nearest_option(const CLI::App& app, std::string_view unknown) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands()) {
    for (const auto* option : command->get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return std::string(nearest_of(unknown.substr(0, unknown.find('=')), candidates));
}

/// What to say of words that no option and no position takes.
std::string unexpected_words(const CLI::App& app) {
  std::string_view word;
  const auto remaining = app.remaining(true);
  for (const auto& candidate : remaining) {
    if (word.empty() || (candidate.starts_with('-') && !word.starts_with('-'))) word = candidate;
  }
  if (!word.starts_with('-')) return "unexpected argument `" + printable(word) + "`";
  auto text = "unknown option `" + printable(word) + "`";
  const auto nearest = nearest_option(app, word);
  if (!nearest.empty()) text += "; did you mean `" + nearest + "`?";
  return text;
}

}  // namespace

ExitStatus run_command_line(std::vector<std::string> arguments) {
  auto status = ExitStatus::clean;
  CLI::App app("A linter and proof tool for CORS policies", "corslint");
  app.set_version_flag("-V,--version", "corslint " + std::string(version()),
                       "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.footer(std::string(exit_statuses));
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.require_subcommand(1);
  add_check_command(app, status);
  add_simulate_command(app, status);
  add_pattern_command(app, status);
  add_diff_command(app, status);
  add_explain_command(app, status);
  add_rules_command(app, status);
  add_dialects_command(app, status);
  add_schema_command(app, status);
  for (auto* command : app.get_subcommands({})) command->group("Commands");
  // Commands have taken over what stands here so far.
  app.footer(std::string(default_command) + std::string(exit_statuses));
  complete(arguments, app);

  try {
    std::ranges::reverse(arguments);
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    write_standard_output(app.help());
  } catch (const CLI::CallForVersion& call) {
    write_standard_output(std::string(call.what()) + '\n');
  } catch (const CLI::ExtrasError&) {
    throw EnvironmentError(unexpected_words(app) + "; `corslint --help` lists what there is");
  } catch (const CLI::ParseError& error) {
    throw EnvironmentError(printable(error.what()));
  }
  return status;
}

}  // namespace corslint
