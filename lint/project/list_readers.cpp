#include "lint/project/list_readers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "lint/project/javascript_tokens.h"
#include "lint/project/package.h"
#include "lint/project/python_settings.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 5> python_folders{"", "app/", "src/", "backend/", "api/"};
constexpr std::array<std::string_view, 7> python_modules{
    "config.py",     "settings.py",     "core/config.py",    "core/settings.py",
    "app/config.py", "app/settings.py", "app/core/config.py"};

constexpr std::array<std::string_view, 2> script_folders{"", "src/"};
constexpr std::array<std::string_view, 4> script_names{"index", "server", "app", "main"};
constexpr std::array<std::string_view, 4> script_endings{".js", ".ts", ".mjs", ".cjs"};

void add(std::vector<SourceFile>& files, const ProjectFolder& folder, const std::string& name) {
  auto file = read_project_file(folder, name);
  if (file.presence == Presence::present) files.push_back(std::move(file.source));
}

/// The settings modules of Django that `manage.py` names, with the base that a package of them
/// usually has.
void add_django_settings(std::vector<SourceFile>& files, const ProjectFolder& folder) {
  const auto manage = read_project_file(folder, "manage.py");
  if (manage.presence != Presence::present) return;
  const auto text = manage.source.text();
  const auto at = text.find("DJANGO_SETTINGS_MODULE");
  if (at == std::string_view::npos) return;
  const auto comma = text.find(',', at);
  const auto open = text.find_first_of("\"'", comma);
  if (comma == std::string_view::npos || open == std::string_view::npos) return;
  const auto close = text.find(text[open], open + 1);
  if (close == std::string_view::npos) return;
  std::string path(text.substr(open + 1, close - open - 1));
  if (path.find('/') != std::string::npos) return;
  std::replace(path.begin(), path.end(), '.', '/');
  add(files, folder, path + ".py");
  add(files, folder, path.substr(0, path.find_last_of('/') + 1) + "base.py");
}

/// The place where `origin: process.env.NAME` hands a variable to cors as it is; nothing where the
/// script takes it apart anywhere.
std::optional<VariableReader> script_reader(const SourceFile& script, const std::string& variable) {
  const auto tokens = script_tokens(script.text());
  if (!tokens) return std::nullopt;
  const auto is = [&](std::size_t at, std::string_view word) {
    return at < tokens->size() && (*tokens)[at].is(word);
  };
  std::optional<std::string> place;
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    if (!is(i, variable)) continue;
    const bool is_handed_over = i >= 6 && is(i - 6, "origin") && is(i - 5, ":") &&
                                is(i - 4, "process") && is(i - 2, "env") &&
                                (is(i + 1, ",") || is(i + 1, "}") || is(i + 1, "||"));
    // Read anywhere else, it may be taken apart there.
    if (!is_handed_over || place) return std::nullopt;
    place = place_in(script, (*tokens)[i].offset);
  }
  if (!place) return std::nullopt;
  return VariableReader{
      .variable = variable, .reader = ListReader::whole_text, .place = *std::move(place)};
}

}  // namespace

ReadingModules reading_modules(const ProjectFolder& folder) {
  ReadingModules modules;
  for (const auto parent : python_folders) {
    if (!has_folder(folder, parent)) continue;
    for (const auto name : python_modules)
      add(modules.python, folder, std::string(parent) + std::string(name));
  }
  add_django_settings(modules.python, folder);
  const auto package = read_package(folder);
  if (!package.depends_on("cors")) return modules;
  for (const auto parent : script_folders)
    for (const auto name : script_names)
      for (const auto ending : script_endings)
        add(modules.scripts, folder, std::string(parent) + std::string(name) + std::string(ending));
  return modules;
}

std::vector<VariableReader> readers_of(const ReadingModules& modules,
                                       const std::vector<std::string>& variables) {
  std::vector<VariableReader> result;
  for (const auto& variable : variables) {
    std::optional<VariableReader> known;
    bool agree = true;
    const auto note = [&](std::optional<VariableReader> found) {
      if (!found) return;
      agree = agree && (!known || known->reader == found->reader);
      if (!known) known = std::move(found);
    };
    for (const auto& module : modules.python) note(python_reader(module, variable));
    for (const auto& script : modules.scripts) note(script_reader(script, variable));
    if (known && agree) result.push_back(*std::move(known));
  }
  return result;
}

}  // namespace corslint
