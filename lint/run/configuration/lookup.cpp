#include "lint/run/configuration/lookup.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

#include "lint/report/version.h"
#include "lint/run/configuration/reading.h"
#include "lint/run/environment_error.h"
#include "lint/run/path_target.h"
#include "lint/run/reading.h"
#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view pyproject_name = "pyproject.toml";

// In one folder the first one holds.
constexpr std::array<std::string_view, 3> names{"corslint.toml", ".corslint.toml", pyproject_name};

std::string path_below(const std::string& folder, std::string_view name) {
  return (folder.ends_with('/') ? folder : folder + '/') + std::string(name);
}

bool is_there(const std::string& path) {
  const auto kind = target_of(path);
  return kind != PathTarget::nothing && kind != PathTarget::unknown;
}

}  // namespace

bool is_configuration_name(std::string_view name) {
  return name == names[0] || name == names[1];
}

Configurations::Configurations(ConfigurationChoice choice) {
  std::error_code ignored;
  directory_ = fs::current_path(ignored).string();
  root_ = repository_root(directory_).string();
  const auto [file, none] = std::move(choice);
  if (none) {
    chosen_ = &none_;
  } else if (!file.empty()) {
    chosen_ = load(absolute_path(file, directory_));
    if (chosen_ == nullptr)
      throw EnvironmentError("--config: " + file + " has no `[tool.corslint]`");
  }
}

const LoadedConfiguration& Configurations::around(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return of_folder("");
  return of_folder(path.substr(0, std::max<std::size_t>(slash, 1)));
}

const LoadedConfiguration& Configurations::of_folder(const std::string& folder) {
  if (chosen_ != nullptr) return *chosen_;
  // Most files of a run lie beside others, and a path is much slower to normalise than to look up.
  const std::lock_guard lock(mutex_);
  const auto [known, is_new] = asked_.try_emplace(folder, nullptr);
  if (!is_new && known->second != nullptr) return *known->second;
  known->second = &find(absolute_path(folder, directory_));
  return *known->second;
}

const LoadedConfiguration& Configurations::find(const std::string& folder) {
  const auto known = folders_.find(folder);
  if (known != folders_.end()) return *known->second;
  const auto* found = load_from(folder);
  if (found == nullptr) {
    const auto slash = folder.rfind('/');
    const auto parent =
        slash == std::string::npos ? "" : folder.substr(0, std::max<std::size_t>(slash, 1));
    const bool is_end = parent == folder || parent.empty() || is_there(path_below(folder, ".git"));
    found = is_end ? &none_ : &find(parent);
  }
  folders_.emplace(folder, found);
  return *found;
}

const LoadedConfiguration* Configurations::load_from(const std::string& folder) {
  const LoadedConfiguration* found = nullptr;
  std::string_view first;
  for (const auto name : names) {
    const auto path = path_below(folder, name);
    if (!is_there(path)) continue;
    const auto* loaded = load(path);
    if (loaded == nullptr) continue;
    if (found != nullptr) {
      notices_.push_back(loaded->file->path() + ": not in effect, because `" + std::string(first) +
                         "` stands beside it");
      files_.erase(path);
      continue;
    }
    found = loaded;
    first = name;
  }
  return found;
}

const LoadedConfiguration* Configurations::load(const std::string& path) {
  auto reading = read_path(path);
  const auto name = fs::path(path).filename().string();
  const auto form =
      name == pyproject_name ? ConfigurationForm::pyproject : ConfigurationForm::whole_file;
  const auto lexical = fs::path(path).lexically_relative(directory_);
  const bool is_below = !lexical.empty() && *lexical.begin() != "..";
  const auto shown =
      root_.empty() && is_below ? lexical.generic_string() : reported_path(path, directory_, root_);
  if (!reading.problem.empty()) throw EnvironmentError(shown + ": " + reading.problem);
  SourceFile file(shown, std::move(reading.text));
  auto read = read_configuration(file, form, fs::path(path).parent_path().string(), version());
  if (!read) return nullptr;
  auto loaded = std::make_unique<LoadedConfiguration>();
  loaded->file = std::move(file);
  loaded->configuration = std::move(read->configuration);
  loaded->problems = std::move(read->problems);
  const auto* const result = loaded.get();
  files_[path] = std::move(loaded);
  return result;
}

std::vector<const LoadedConfiguration*> Configurations::found() const {
  const std::lock_guard lock(mutex_);
  std::vector<const LoadedConfiguration*> result;
  for (const auto& [path, loaded] : files_) result.push_back(loaded.get());
  return result;
}

std::vector<std::string> Configurations::notices() const {
  const std::lock_guard lock(mutex_);
  auto sorted = notices_;
  std::ranges::sort(sorted);
  return sorted;
}

}  // namespace corslint
