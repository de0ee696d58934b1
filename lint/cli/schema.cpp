#include <memory>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/cli/report_schema.h"
#include "lint/run/environment_error.h"

namespace corslint {

void add_schema_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("schema", "Print a JSON Schema: report");
  const auto name = std::make_shared<std::string>();
  command->add_option("NAME", *name, "report: what `check --format json` prints")
      ->required()
      ->option_text(" ");
  command->callback([name, &status] {
    if (*name != "report")
      throw EnvironmentError("there is no schema `" + *name + "`; there is `report`");
    write_standard_output(report_schema());
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
