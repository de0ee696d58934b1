#include "lint/run/exclusion.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace corslint {
namespace {

/// How surely a folder of this name is not the project's own work: others fill it in any case, or
/// only where git does not track what is in it.
enum class Certainty { always, unless_tracked };

struct UsualFolder {
  std::string_view name;
  Certainty certainty = Certainty::always;
};

// Folders that others fill: dependencies, build results, caches, settings of tools.
constexpr std::array<UsualFolder, 41> usual_folders{{
    {".angular"},
    {".bundle"},
    {".cache"},
    {".direnv"},
    {".eggs"},
    {".git"},
    {".gradle"},
    {".hg"},
    {".idea"},
    {".mypy_cache"},
    {".next"},
    {".nox"},
    {".nuxt"},
    {".output"},
    {".parcel-cache"},
    {".pnpm-store"},
    {".pytest_cache"},
    {".ruff_cache"},
    {".serverless"},
    {".sst"},
    {".svelte-kit"},
    {".svn"},
    {".terraform"},
    {".tox"},
    {".turbo"},
    {".venv"},
    {".vercel"},
    {".vs"},
    {".vscode"},
    {".yarn"},
    {"__pycache__"},
    {"__pypackages__"},
    {"bower_components"},
    {"build", Certainty::unless_tracked},
    {"dist", Certainty::unless_tracked},
    {"jspm_packages"},
    {"node_modules"},
    {"site-packages"},
    {"target", Certainty::unless_tracked},
    {"vendor", Certainty::unless_tracked},
    {"venv"},
}};

/// Nobody's files, whatever is asked for.
constexpr std::string_view git_folder = ".git";

std::string_view last_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// What of `path` lies in `folder`; no value where it does not lie in it.
std::optional<std::string_view> part_below(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.substr(1);
  if (!path.starts_with(folder)) return std::nullopt;
  path.remove_prefix(folder.size());
  if (path.empty()) return path;
  if (path.front() != '/') return std::nullopt;
  return path.substr(1);
}

std::string joined(std::string_view folder, std::string_view below) {
  std::string path(folder);
  if (!path.ends_with('/')) path += '/';
  return path.append(below);
}

}  // namespace

Exclusion::Exclusion(const FileSelection& selection)
    : has_usual_folders_(!selection.exclude), searches_hidden_(selection.hidden) {
  std::error_code ignored;
  working_directory_ = std::filesystem::current_path(ignored).string();
  if (selection.exclude) add(*selection.exclude);
  for (const auto& list : selection.extend_exclude) add(list);
}

void Exclusion::add(const GlobList& list) {
  globs_.push_back({.folder = list.folder, .patterns = {}});
  for (const auto& glob : list.globs) globs_.back().patterns.emplace_back(glob);
}

std::string Exclusion::reason_of_usual_folder(std::string_view below, Tracking tracking) const {
  const auto name = last_name(below);
  if (name == git_folder) return "it is git's own";
  if (!has_usual_folders_) return {};
  const auto* const usual = std::ranges::find(usual_folders, name, &UsualFolder::name);
  if (usual == usual_folders.end()) return {};
  if (searches_hidden_ && name.starts_with('.')) return {};
  if (tracking == Tracking::tracked && usual->certainty == Certainty::unless_tracked) return {};
  return "folders of this name hold what others made; `--exclude` replaces the list of them";
}

std::string Exclusion::reason(std::string_view root, std::string_view below, PathKind kind,
                              Tracking tracking) const {
  if (kind == PathKind::folder) {
    auto usual = reason_of_usual_folder(below, tracking);
    if (!usual.empty()) return usual;
  }
  if (globs_.empty()) return {};
  const auto path = joined(root, below);
  const PathPattern* deciding = nullptr;
  for (const auto& [folder, patterns] : globs_) {
    auto relative = part_below(path, folder.empty() ? working_directory_ : folder);
    if (!relative && folder.empty()) relative = below;
    if (!relative || relative->empty()) continue;
    if (const auto* pattern = deciding_pattern(patterns, *relative, kind)) deciding = pattern;
  }
  if (deciding == nullptr || deciding->is_negated()) return {};
  return "the glob `" + deciding->text() + "` excludes it";
}

ExclusionBelow::Verdict ExclusionBelow::verdict(std::string_view below, PathKind kind,
                                                Tracking tracking) {
  if (kind == PathKind::folder) {
    const auto& folder = folder_verdict(below, tracking);
    return {folder.path, folder.reason};
  }
  const auto slash = below.rfind('/');
  if (slash != std::string_view::npos) {
    const auto& folder = folder_verdict(below.substr(0, slash), tracking);
    if (!folder.reason.empty()) return {folder.path, folder.reason};
  }
  file_ = {std::string(below), exclusion_.reason(root_, below, PathKind::file, tracking)};
  return {file_.path, file_.reason};
}

const ExclusionBelow::Known& ExclusionBelow::folder_verdict(std::string_view folder,
                                                            Tracking tracking) {
  auto key = std::string(folder) + (tracking == Tracking::tracked ? "/t" : "/u");
  if (const auto known = folders_.find(key); known != folders_.end()) return known->second;
  Known verdict{std::string(folder) + '/', {}};
  const auto slash = folder.rfind('/');
  if (slash != std::string_view::npos) verdict = folder_verdict(folder.substr(0, slash), tracking);
  if (verdict.reason.empty())
    verdict = {std::string(folder) + '/',
               exclusion_.reason(root_, folder, PathKind::folder, tracking)};
  return folders_.try_emplace(std::move(key), std::move(verdict)).first->second;
}

}  // namespace corslint
