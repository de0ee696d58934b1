#include "lint/run/outcome.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "lint/run/cors_mention.h"
#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

bool has_content(const FileReport& report) {
  return !report.policies.empty() || !report.diagnostics.empty() || !report.silenced.empty();
}

/// What fixes make of a file; nothing where they leave it as it is.
std::optional<FixedFile> fixed_if_changed(const FileReport& report, Format format,
                                          const FileSettings& settings,
                                          const Neighbourhood& neighbourhood,
                                          const Conditions& conditions) {
  const auto& scope = conditions.options.fix;
  if (!scope) return std::nullopt;
  auto fixed = fixed_file(report, format, *scope, [&](SourceFile file) {
    return lint_with(settings, std::move(file), format, neighbourhood, conditions.known);
  });
  if (fixed.remaining.file.text() == report.file.text()) return std::nullopt;
  return fixed;
}

bool is_configuration(std::string_view path) {
  return is_configuration_name(path.substr(path.find_last_of('/') + 1));
}

FileSettings settings_of(const std::string& location, const Conditions& conditions) {
  return settings_for(conditions.configurations, location, conditions.options.lint,
                      conditions.today);
}

/// Whether a text is worth reading: it says something about CORS, or sets a variable that the
/// configuration knows.
bool may_concern_cors(std::string_view text, const std::string& location,
                      const Conditions& conditions) {
  if (mentions_cors(text)) return true;
  const auto& known = conditions.configurations.around(location).configuration.env_names;
  return std::ranges::any_of(known, [&](const auto& variable) {
    return text.find(variable.first) != std::string_view::npos;
  });
}

/// Why a discovered input needs no linting; nothing where it does, or could not be read.
std::optional<Outcome> passed_over(const Reading& reading, const std::string& location,
                                   const Conditions& conditions) {
  switch (reading.obstacle) {
    case Obstacle::gone:
      return Outcome{.left_out = "it is not there (any more)", .was_read = false};
    case Obstacle::other_kind:
      return Outcome{.left_out = "it is no regular file", .was_read = false};
    case Obstacle::too_large:
      return Outcome{
          .left_out = "it is larger than any policy", .was_read = false, .is_too_large = true};
    case Obstacle::failure:
      return std::nullopt;
    case Obstacle::none:
      break;
  }
  if (may_concern_cors(reading.text, location, conditions)) return std::nullopt;
  return Outcome{.left_out = "nothing in it is about CORS"};
}

}  // namespace

Outcome outcome_of_text(const std::string& name, const std::string& location, std::string path,
                        Reading reading, FileOrigin origin, const Conditions& conditions) {
  if (!reading.problem.empty()) return {.problem = name + ": " + reading.problem};
  const auto settings = settings_of(location, conditions);
  const bool may_be_excluded =
      origin == FileOrigin::discovered || conditions.options.selection.force_exclude;
  if (may_be_excluded && is_excluded(settings, conditions.options.selection))
    return {.left_out = "its configuration excludes it", .was_read = false};
  if (conditions.options.only_lists) return {.is_listed = true, .path = name};
  Outcome outcome{.path = name,
                  .checked = path,
                  .use = {.configuration = settings.configuration, .path = settings.path}};
  if (!settings.configuration->problems.empty() || is_configuration(path)) return outcome;
  const auto format = format_of(path).value_or(guessed_format(reading.text));
  const auto neighbourhood =
      location.empty() ? Neighbourhood{} : conditions.projects.around(location, format);
  auto report = lint_with(settings, SourceFile(std::move(path), std::move(reading.text)), format,
                          neighbourhood, conditions.known);
  outcome.use.used_ignores = report.used_ignores;
  if (!has_content(report)) return outcome;
  outcome.fixed = fixed_if_changed(report, format, settings, neighbourhood, conditions);
  outcome.report = std::move(report);
  return outcome;
}

Places current_places() {
  std::error_code ignored;
  auto directory = fs::current_path(ignored);
  auto root = repository_root(directory);
  return {std::move(directory), std::move(root)};
}

Outcome outcome_of(InputFile& file, const Places& places, const Conditions& conditions) {
  const bool is_staged_text = file.staged_text.has_value();
  auto reading =
      is_staged_text ? Reading{.text = std::move(*file.staged_text)} : read_path(file.path);
  if (file.origin == FileOrigin::discovered)
    if (auto outcome = passed_over(reading, file.path, conditions)) return *std::move(outcome);
  auto outcome =
      outcome_of_text(file.path, file.path, reported_path(file.path, places.directory, places.root),
                      std::move(reading), file.origin, conditions);
  if (!is_staged_text) return outcome;
  // What a fix would be written over is another text.
  outcome.is_fix_refused = outcome.fixed.has_value();
  outcome.fixed.reset();
  return outcome;
}

}  // namespace corslint
