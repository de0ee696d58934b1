#include <memory>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/describe.h"
#include "lint/run/environment_error.h"

namespace corslint {
namespace {

std::string catalogue_as(const std::string& format) {
  if (format == "text") return catalogue_text();
  if (format == "json") return catalogue_json();
  if (format == "markdown") return catalogue_markdown();
  throw EnvironmentError("--format: `" + format + "` is not text, json or markdown");
}

}  // namespace

void add_rules_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("rules", "List the rules");
  const auto format = std::make_shared<std::string>("text");
  command->add_option("-f,--format", *format, "text (default), json or markdown")
      ->option_text("FORMAT");
  command->callback([format, &status] {
    write_standard_output(catalogue_as(*format));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
