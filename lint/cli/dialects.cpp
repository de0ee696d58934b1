#include "lint/report/dialects.h"

#include <memory>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/run/environment_error.h"

namespace corslint {
namespace {

std::string dialects_as(const std::string& format) {
  if (format == "text") return dialects_text();
  if (format == "json") return dialects_json();
  if (format == "markdown") return dialects_markdown();
  throw EnvironmentError("--format: `" + format + "` is not text, json or markdown");
}

}  // namespace

void add_dialects_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("dialects", "List the enforcers that are modelled");
  const auto format = std::make_shared<std::string>("text");
  command->add_option("-f,--format", *format, "text (default), json or markdown")
      ->option_text("FORMAT");
  command->callback([format, &status] {
    write_standard_output(dialects_as(*format));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
