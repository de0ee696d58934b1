#include "lint/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/cli/check_paths.h"
#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/printable.h"
#include "lint/report/version.h"
#include "lint/run/environment_error.h"
#include "lint/run/path_target.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::string_view default_command =
    "`corslint PATH...` is `corslint check PATH...`, and `corslint` alone checks the current "
    "directory.\n`corslint COMMAND --help` lists the options of a command.\n\n";
constexpr std::string_view exit_statuses =
    "Exit status: 0 nothing at or above the fail level, 1 findings, 2 it could not run.";

/// A command's name, and what adds it to the application.
struct Command {
  std::string_view name;
  void (*add)(CLI::App&, ExitStatus&);
};

/// Every command, in the order of the help.
constexpr auto commands = std::to_array<Command>({
    {"check", add_check_command},
    {"simulate", add_simulate_command},
    {"pattern", add_pattern_command},
    {"diff", add_diff_command},
    {"explain", add_explain_command},
    {"rules", add_rules_command},
    {"dialects", add_dialects_command},
    {"init", add_init_command},
    {"config", add_config_command},
    {"schema", add_schema_command},
    {"completions", add_completions_command},
    {"manual", add_manual_command},
    {"lsp", add_lsp_command},
});

/// Commands that speak of all the others.
constexpr std::array<std::string_view, 2> comprehensive_commands{"completions", "manual"};

std::string version_line() {
  return "corslint " + std::string(version());
}

/// Puts the default command in front where there is none.
void complete(std::vector<std::string>& arguments) {
  constexpr std::array<std::string_view, 4> own_options{"-h", "--help", "-V", "--version"};
  if (!arguments.empty()) {
    const std::string_view first = arguments.front();
    if (std::ranges::find(commands, first, &Command::name) != commands.end()) return;
    if (std::ranges::find(own_options, first) != own_options.end()) return;
  }
  arguments.insert(arguments.begin(), "check");
}

/// A word that is no path, but nearly the name of a command, was meant as one.
void refuse_mistyped_command(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return;
  const std::string_view word = arguments.front();
  const bool may_be_path = word.find_first_of("./-") != std::string_view::npos;
  if (may_be_path || target_of(arguments.front()) != PathTarget::nothing) return;
  std::vector<std::string_view> names;
  names.reserve(commands.size());
  for (const auto& command : commands) names.push_back(command.name);
  if (std::ranges::find(names, word) != names.end()) return;
  const auto nearest = nearest_of(word, names);
  if (nearest.empty()) return;
  throw EnvironmentError(printable_in_backticks(word) +
                         " is no file and no command; did you mean `" + std::string(nearest) +
                         "`?");
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
  if (!word.starts_with('-')) return "unexpected argument `" + printable(word) + "`;";
  const auto text = "unknown option `" + printable(word) + "`";
  const auto nearest = nearest_option(app, word);
  return text + (nearest.empty() ? ";" : "; did you mean `" + nearest + "`?");
}

/// Describes the commands that `is_wanted` to the application, and runs what the arguments name.
template <typename Predicate>
void parse(CLI::App& app, std::vector<std::string> arguments, ExitStatus& status,
           const Predicate& is_wanted) {
  app.set_version_flag("-V,--version", version_line(), "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.footer(std::string(exit_statuses));
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.require_subcommand(1);
  for (const auto& command : commands)
    if (is_wanted(command)) command.add(app, status);
  for (auto* command : app.get_subcommands({}))
    if (!command->get_group().empty()) command->group("Commands");
  // Commands have taken over what stands here so far.
  app.footer(std::string(default_command) + std::string(exit_statuses));
  std::ranges::reverse(arguments);
  app.parse(std::move(arguments));
}

/// Without options there is nothing to parse, and describing those of `check` takes as long as
/// judging a small policy.
bool is_option(std::string_view argument) {
  return argument.starts_with('-') && argument != "-";
}

constexpr auto description = "A linter and proof tool for CORS policies";

/// Runs the command that stands first; nothing where the arguments are not right for it or ask for
/// help. Describing all commands takes longer than reading a small policy.
std::optional<ExitStatus> run_one_command(const std::vector<std::string>& arguments) {
  const std::string_view name = arguments.front();
  if (std::ranges::find(comprehensive_commands, name) != comprehensive_commands.end())
    return std::nullopt;
  auto status = ExitStatus::clean;
  CLI::App app(description, "corslint");
  try {
    parse(app, arguments, status, [&](const Command& command) { return command.name == name; });
  } catch (const CLI::ParseError&) {
    return std::nullopt;
  }
  return status;
}

}  // namespace

ExitStatus run_command_line(std::vector<std::string> arguments) {
  if (arguments == std::vector<std::string>{"--version"}) {
    write_standard_output(version_line() + '\n');
    return ExitStatus::clean;
  }
  refuse_mistyped_command(arguments);
  complete(arguments);
  if (arguments.front() == "check" && std::ranges::none_of(arguments, is_option))
    return check_paths({arguments.begin() + 1, arguments.end()});
  if (const auto status = run_one_command(arguments)) return *status;
  auto status = ExitStatus::clean;
  CLI::App app(description, "corslint");
  try {
    parse(app, std::move(arguments), status, [](const Command&) { return true; });
  } catch (const CLI::CallForHelp&) {
    write_standard_output(app.help());
  } catch (const CLI::CallForVersion& call) {
    write_standard_output(std::string(call.what()) + '\n');
  } catch (const CLI::ExtrasError&) {
    throw EnvironmentError(unexpected_words(app) +
                           " `corslint COMMAND --help` lists what there is");
  } catch (const CLI::ParseError& error) {
    throw EnvironmentError(printable(error.what()));
  }
  return status;
}

}  // namespace corslint
