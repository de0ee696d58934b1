#include "lint/run/configuration/policy_reading.h"

#include "lint/run/configuration/settings.h"
#include "lint/run/environment_error.h"

namespace corslint {

ReadOptions configured_reading(const std::string& path, const std::string& dialect) {
  Configurations configurations({});
  LintOptions command_line;
  command_line.read.dialect = dialect;
  auto settings = settings_for(configurations, path == "-" ? "" : path, command_line, today());
  const auto& loaded = *settings.configuration;
  if (!loaded.problems.empty()) {
    const auto& first = loaded.problems.front();
    const auto position = loaded.file->position(first.span.begin);
    throw EnvironmentError(loaded.file->path() + ':' + std::to_string(position.line) + ':' +
                           std::to_string(position.column) + ": " + first.message +
                           "; `corslint config show` says more");
  }
  return std::move(settings.lint.read);
}

}  // namespace corslint
