#include <memory>
#include <string>

#include "lint/cli/command_tree.h"
#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/cli/shell_completions.h"
#include "lint/report/printable.h"
#include "lint/run/environment_error.h"

namespace corslint {
namespace {

std::string completions_for(const std::string& shell, const CommandDescription& program) {
  if (shell == "bash") return bash_completions(program);
  if (shell == "zsh") return zsh_completions(program);
  if (shell == "fish") return fish_completions(program);
  throw EnvironmentError("there are no completions for `" + printable(shell) +
                         "`; there are some for bash, zsh and fish");
}

}  // namespace

void add_completions_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("completions", "Print a completion script: bash, zsh or fish");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required()->option_text(" ");
  command->callback([shell, &app, &status] {
    write_standard_output(completions_for(*shell, described(app)));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
