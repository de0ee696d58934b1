#include "lint/run/git_environment.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

// What `git rev-parse --local-env-vars` lists, without configuration, and what would change what
// git answers with.
constexpr std::array<std::string_view, 21> dropped_names{
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_EXTERNAL_DIFF",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
    "LANGUAGE",
    "LC_ALL",
    "GIT_OPTIONAL_LOCKS",
};

std::string value_of(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

fs::path resolved(const fs::path& path) {
  std::error_code error;
  auto result = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path : result;
}

/// The folder that holds a repository's own files: `.git`, or what the file `.git` leads to in
/// worktrees and submodules.
fs::path git_folder_of(const fs::path& root) {
  const auto entry = root / ".git";
  std::error_code ignored;
  if (fs::is_directory(entry, ignored)) return resolved(entry);
  std::string line;
  std::ifstream stream(entry);
  std::getline(stream, line);
  constexpr std::string_view prefix = "gitdir: ";
  if (!line.starts_with(prefix)) return {};
  return resolved(root / line.substr(prefix.size()));
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const auto relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

/// Whether what a hook's environment says is about the repository at this root.
bool is_about(const fs::path& root) {
  const auto named = value_of("GIT_DIR");
  if (!named.empty()) return resolved(named) == git_folder_of(root);
  std::error_code ignored;
  return repository_root(fs::current_path(ignored)) == root;
}

void add_repository(std::vector<std::string>& environment, const fs::path& folder) {
  const auto root = repository_root(folder);
  const auto index = value_of("GIT_INDEX_FILE");
  if (!root.empty()) {
    if (!index.empty() && is_about(root))
      environment.push_back("GIT_INDEX_FILE=" + resolved(index).string());
    return;
  }
  const auto git_folder = value_of("GIT_DIR");
  const auto work_tree = value_of("GIT_WORK_TREE");
  if (git_folder.empty() || work_tree.empty() || !lies_in(folder, resolved(work_tree))) return;
  environment.push_back("GIT_DIR=" + resolved(git_folder).string());
  environment.push_back("GIT_WORK_TREE=" + resolved(work_tree).string());
  if (!index.empty()) environment.push_back("GIT_INDEX_FILE=" + resolved(index).string());
}

}  // namespace

std::vector<std::string> git_environment(const std::string& folder) {
  std::vector<std::string> environment;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto name = text.substr(0, text.find('='));
    if (std::ranges::find(dropped_names, name) == dropped_names.end())
      environment.emplace_back(text);
  }
  for (const auto* setting : {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1"})
    environment.emplace_back(setting);
  add_repository(environment, resolved(folder));
  return environment;
}

bool is_in_repository(const std::string& folder) {
  const auto path = resolved(folder);
  if (!repository_root(path).empty()) return true;
  const auto work_tree = value_of("GIT_WORK_TREE");
  return !work_tree.empty() && !value_of("GIT_DIR").empty() && lies_in(path, resolved(work_tree));
}

}  // namespace corslint
