#include <memory>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/cli/report_schema.h"
#include "lint/cli/simulate_schema.h"
#include "lint/report/printable.h"
#include "lint/report/schemas.h"
#include "lint/run/environment_error.h"

namespace corslint {
namespace {

std::string schema_named(const std::string& name) {
  if (name == "policy") return policy_schema();
  if (name == "config") return configuration_schema();
  if (name == "report") return std::string(report_schema());
  if (name == "simulate") return std::string(simulate_schema());
  throw EnvironmentError("there is no schema `" + printable(name) +
                         "`; there are `policy`, `config`, `report` and `simulate`");
}

}  // namespace

void add_schema_command(CLI::App& app, ExitStatus& status) {
  auto* command =
      app.add_subcommand("schema", "Print a JSON Schema: policy, config, report or simulate");
  const auto name = std::make_shared<std::string>();
  command
      ->add_option(
          "NAME", *name,
          "policy: a policy in the native form; config: corslint.toml; report: what `check "
          "--format json` prints; simulate: what `simulate` reads and prints")
      ->required()
      ->option_text(" ");
  command->callback([name, &status] {
    write_standard_output(schema_named(*name));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
