#include "lint/cli/command_tree.h"
#include "lint/cli/commands.h"
#include "lint/cli/manual_page.h"
#include "lint/cli/output.h"

namespace corslint {

// Hidden: the build installs what it prints as corslint.1.
void add_manual_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("manual", "Print the manual page");
  command->group("");
  command->callback([&app, &status] {
    write_standard_output(manual_page(described(app)));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
