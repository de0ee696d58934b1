#include "lint/run/configuration/settings.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "lint/run/path_pattern.h"
#include "rules/catalog.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

/// The path below the configuration's folder; as it is where it lies elsewhere.
std::string path_below(const std::string& folder, const std::string& location) {
  std::error_code ignored;
  const auto path = (fs::current_path(ignored) / location).lexically_normal();
  const auto below = path.lexically_relative(folder);
  const bool is_below = !folder.empty() && !below.empty() && *below.begin() != "..";
  return is_below ? below.generic_string() : path.relative_path().generic_string();
}

std::vector<PolicySettings> policy_settings(const Configuration& configuration,
                                            std::string_view path) {
  std::vector<PolicySettings> settings;
  for (const auto& entry : configuration.policies) {
    if (means(entry.path.text, path))
      settings.push_back({entry.name, entry.dialect, entry.environment});
  }
  return settings;
}

std::vector<ConfiguredIgnore> ignores_of(const Configuration& configuration, std::string_view path,
                                         Date today) {
  std::vector<ConfiguredIgnore> ignores;
  const auto numbered = numbered_ignores(configuration);
  for (std::size_t i = 0; i < numbered.size(); ++i) {
    const auto& entry = configuration.ignores[numbered[i].first];
    if ((entry.expires && *entry.expires <= today) || !means(entry.path.text, path)) continue;
    ConfiguredIgnore ignore{
        .rule = entry.rules[numbered[i].second].text, .reason = entry.reason, .number = i};
    if (entry.pointer) ignore.pointer = entry.pointer->text;
    ignores.push_back(std::move(ignore));
  }
  return ignores;
}

}  // namespace

RuleSelection merged_selection(const Configuration& configuration,
                               const RuleSelection& command_line) {
  RuleSelection result;
  result.severities = configuration.severities;
  for (const auto& [rule, level] : command_line.severities) result.severities[rule] = level;
  const RuleSelection own{.select = configuration.select, .severities = result.severities};
  for (const Rule* rule : catalog()) {
    const bool is_chosen = command_line.select.empty()
                               ? is_selected(own, *rule) && is_selected(command_line, *rule)
                               : is_selected(command_line, *rule);
    if (!is_chosen) {
      result.ignore.emplace_back(rule->id);
      continue;
    }
    const auto level = result.severities.find(rule->id);
    if (level != result.severities.end() && !level->second) result.severities.erase(level);
  }
  return result;
}

std::vector<std::pair<std::size_t, std::size_t>> numbered_ignores(
    const Configuration& configuration) {
  std::vector<std::pair<std::size_t, std::size_t>> numbered;
  for (std::size_t i = 0; i < configuration.ignores.size(); ++i) {
    for (std::size_t j = 0; j < configuration.ignores[i].rules.size(); ++j)
      numbered.emplace_back(i, j);
  }
  return numbered;
}

bool means(std::string_view glob, std::string_view path) {
  const PathPattern pattern(glob);
  if (pattern.matches(path, PathKind::file)) return true;
  for (auto slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    if (pattern.matches(path.substr(0, slash), PathKind::folder)) return true;
  }
  return false;
}

FileSettings settings_for(Configurations& configurations, const std::string& location,
                          const LintOptions& command_line, Date today) {
  const auto& loaded =
      location.empty() ? configurations.of_folder(".") : configurations.around(location);
  FileSettings settings{.configuration = &loaded, .lint = command_line};
  if (!loaded.file || !loaded.problems.empty()) return settings;
  const auto& configuration = loaded.configuration;
  settings.path = path_below(configuration.folder, location);
  auto& lint = settings.lint;
  lint.selection = merged_selection(configuration, command_line.selection);
  lint.dev_origins = configuration.dev_origins;
  for (const auto& origin : command_line.dev_origins) {
    if (std::ranges::find(lint.dev_origins, origin) == lint.dev_origins.end())
      lint.dev_origins.push_back(origin);
  }
  lint.read.env_names = configuration.env_names;
  lint.read.settings = policy_settings(configuration, settings.path);
  if (lint.inline_ignores == InlineIgnores::honoured)
    lint.ignores = ignores_of(configuration, settings.path, today);
  return settings;
}

FileReport lint_with(const FileSettings& settings, SourceFile file, Format format,
                     Neighbourhood neighbourhood, KnownPatterns& known) {
  auto report = lint_file(std::move(file), format, settings.lint, std::move(neighbourhood), known);
  report.fail_level = settings.configuration->configuration.fail_level;
  return report;
}

bool is_excluded(const FileSettings& settings, const FileSelection& command_line) {
  const auto& configuration = settings.configuration->configuration;
  bool excluded = false;
  const auto ask = [&](const std::vector<std::string>& globs) {
    for (const std::string_view glob : globs) {
      const bool takes_back = glob.starts_with('!');
      if (means(takes_back ? glob.substr(1) : glob, settings.path)) excluded = !takes_back;
    }
  };
  if (configuration.exclude && !command_line.exclude) ask(*configuration.exclude);
  ask(configuration.extend_exclude);
  return excluded;
}

}  // namespace corslint
