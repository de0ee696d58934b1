#include "lint/lsp/workspace.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "lint/lsp/uris.h"
#include "lint/project/projects.h"
#include "lint/run/configuration/date.h"
#include "lint/run/cors_mention.h"
#include "lint/run/file_selection.h"
#include "lint/run/known_findings.h"
#include "lint/run/reported_path.h"

namespace corslint::lsp {
namespace {

namespace fs = std::filesystem;

struct Language {
  std::string_view name;
  Format format;
};

// https://code.visualstudio.com/docs/languages/identifiers and what extensions add.
constexpr std::array languages{
    Language{"toml", Format::toml},  Language{"json", Format::json},
    Language{"jsonc", Format::json}, Language{"json5", Format::json},
    Language{"dotenv", Format::env}, Language{"env", Format::env},
};

std::string name_of(const OpenDocument& document) {
  return document.path.empty() ? name_of_uri(document.uri) : document.path;
}

bool lies_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

/// What paths are reported relative to: the repository, else the workspace's folder.
fs::path root_of(const std::string& path, const std::vector<std::string>& folders) {
  auto root = repository_root(fs::path(path).parent_path());
  if (!root.empty()) return root;
  for (const auto& folder : folders) {
    if (lies_in(path, folder)) return folder;
  }
  return {};
}

OpenTexts open_texts(const OpenDocuments& documents) {
  OpenTexts texts;
  for (const auto& [uri, document] : documents) {
    if (!document.path.empty()) texts.emplace(document.path, &document.text);
  }
  return texts;
}

/// Whether a text says something of CORS, or sets a variable that the configuration knows.
bool may_concern_cors(std::string_view text, const ReadOptions& options) {
  return mentions_cors(text) || std::ranges::any_of(options.env_names, [&](const auto& known) {
           return text.find(known.first) != std::string_view::npos;
         });
}

bool is_usable(const FileSettings& settings) {
  return settings.configuration->problems.empty();
}

}  // namespace

std::optional<Format> format_of_document(const OpenDocument& document) {
  const auto name = name_of(document);
  if (const auto format = format_of(name)) return format;
  // A search passes JSON5 over, as it is seldom a policy's; an editor has opened it.
  if (name.ends_with(".json5")) return Format::json;
  for (const auto& language : languages) {
    if (language.name == document.language) return language.format;
  }
  return std::nullopt;
}

bool is_neighbour(const OpenDocument& document) {
  const auto format = format_of_document(document);
  if (format == Format::env || !format) return true;
  const auto name = fs::path(name_of(document)).filename();
  return name == "package.json" || name == "angular.json";
}

LintConditions conditions_for(const OpenDocument& document, Format format,
                              const Workspace& workspace) {
  LintConditions conditions{.path = name_of(document),
                            .format = format,
                            .settings = settings_for(workspace.configurations, document.path,
                                                     workspace.options, today())};
  if (document.path.empty()) return conditions;
  const auto texts = open_texts(workspace.documents);
  Projects projects(workspace.folders, conditions.settings.lint.read, &texts);
  conditions.neighbourhood = projects.around(document.path, format);
  conditions.path = reported_path(document.path, "/", root_of(document.path, workspace.folders));
  return conditions;
}

FileReport linted(const LintConditions& conditions, std::string text) {
  const auto& settings = conditions.settings;
  SourceFile file(conditions.path, std::move(text));
  const bool is_policy = is_usable(settings) && !is_excluded(settings, FileSelection{}) &&
                         !is_configuration_name(fs::path(conditions.path).filename().string()) &&
                         may_concern_cors(file.text(), settings.lint.read);
  if (!is_policy) return {.file = std::move(file), .policies = {}, .diagnostics = {}};
  KnownPatterns known;
  auto report =
      lint_with(settings, std::move(file), conditions.format, conditions.neighbourhood, known);
  apply_baseline(report, *settings.configuration);
  return report;
}

std::vector<Policy> policies_of(const LintConditions& conditions, const SourceFile& file) {
  auto reading = conditions.settings.lint.read;
  reading.base_variables = conditions.neighbourhood.base_variables;
  return read_policies(file, read_document(file, conditions.format), reading);
}

}  // namespace corslint::lsp
