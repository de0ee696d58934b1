#include "lint/run/folder_search.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "lint/read/reader.h"
#include "lint/run/git_environment.h"
#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> lock_files{"composer.lock", "deno.lock",
                                                     "npm-shrinkwrap.json", "package-lock.json"};

std::string_view last_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_lock_file(std::string_view name) {
  return name.ends_with(".lock") || name.ends_with("-lock.json") || name.ends_with(".lock.json") ||
         name.ends_with(".lock.toml") || std::ranges::find(lock_files, name) != lock_files.end();
}

/// What a name ends with, as one line about many files has it.
std::string ending_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "no ending" : std::string(name.substr(dot));
}

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string resolved(const std::string& path) {
  std::error_code error;
  auto result = fs::canonical(path, error).string();
  return error ? path : result;
}

bool lies_in(std::string_view path, std::string_view folder) {
  return folder == "/" ||
         (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/'));
}

std::string joined(std::string_view folder, std::string_view below) {
  std::string path(folder);
  if (below.empty()) return path;
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path.append(below);
}

FolderEntry::Kind kind_on_disk(const std::string& path) {
  std::error_code error;
  const auto type = fs::symlink_status(path, error).type();
  if (type == fs::file_type::symlink) return FolderEntry::Kind::link;
  return type == fs::file_type::regular ? FolderEntry::Kind::file : FolderEntry::Kind::other;
}

}  // namespace

FolderSearch::FolderSearch(const FileSelection& selection, const Exclusion& exclusion,
                           std::string named, InputFiles& result)
    : selection_(selection),
      exclusion_(exclusion),
      result_(result),
      named_(without_slashes(std::move(named))),
      resolved_(resolved(named_)),
      boundary_(repository_root(resolved_).string()),
      excluded_(exclusion, resolved_) {
  if (boundary_.empty()) boundary_ = resolved_;
}

std::vector<FoundFile> FolderSearch::search() {
  search_below({});
  return std::move(found_);
}

std::string FolderSearch::shown(std::string_view below) const {
  // `.` as a folder must not show in what is reported.
  return named_ == "." && !below.empty() ? std::string(below) : joined(named_, below);
}

std::string FolderSearch::opened(std::string_view below) const {
  return joined(named_, below);
}

void FolderSearch::leave_out(std::string_view below, std::string_view reason) {
  if (!selection_.explain || !explained_.emplace(below).second) return;
  result_.left_out.push_back({shown(below), std::string(reason)});
}

void FolderSearch::search_below(const std::string& below) {
  if (selection_.changes != ChangeScope::everything) {
    (void)list_with_git(below);
    return;
  }
  const bool asks_git = !selection_.no_ignore && is_in_repository(opened(below));
  if (!asks_git || !list_with_git(below)) walk(below);
}

GitListing FolderSearch::listing_of(const std::string& folder, const GitEntryVisitor& visit) {
  return selection_.changes == ChangeScope::everything
             ? list_files(folder, visit)
             : list_changed_files(folder, selection_, visit);
}

/// False where git does not tell, so that the folder has to be walked.
bool FolderSearch::list_with_git(const std::string& below) {
  const auto prefix = below.empty() ? below : below + '/';
  const auto seen_before = result_.seen;
  std::vector<std::string> nested;
  const auto listing =
      listing_of(opened(below), [&](const GitEntry& entry) { visit(prefix, entry, nested); });
  if (!listing.refusal.empty()) {
    result_.notices.push_back(
        shown(below) +
        ": searched without git, and so with the files that it ignores: " + listing.refusal);
    return false;
  }
  for (const auto& line : listing.unreadable) result_.problems.push_back(shown(prefix + line));
  if (selection_.changes != ChangeScope::everything) return true;
  // A folder that was named is searched even if git ignores it.
  if (result_.seen == seen_before && nested.empty() && resolved_ != boundary_ &&
      is_ignored(opened(below)))
    return false;
  if (selection_.explain) explain_ignored(below);
  for (const auto& submodule : nested) search_below(submodule);
  return true;
}

void FolderSearch::visit(const std::string& prefix, const GitEntry& entry,
                         std::vector<std::string>& nested) {
  auto below = prefix + std::string(entry.path);
  switch (entry.kind) {
    case GitEntry::Kind::submodule:
      // One that was not checked out is an empty folder without a repository.
      if (repository_root(opened(below)) == opened(below)) nested.push_back(std::move(below));
      return;
    case GitEntry::Kind::repository:
      leave_out(below + '/', "it is a repository of its own");
      return;
    case GitEntry::Kind::link:
      consider(below, FolderEntry::Kind::link, entry.tracking);
      return;
    case GitEntry::Kind::file:
      consider(below, FolderEntry::Kind::file, entry.tracking, entry.blob);
      return;
    case GitEntry::Kind::unknown:
      consider(below, FolderEntry::Kind::other, entry.tracking);
  }
}

void FolderSearch::explain_ignored(const std::string& below) {
  const auto prefix = below.empty() ? below : below + '/';
  for (const auto& path : ignored_paths(opened(below)))
    if (path.ends_with('/') || format_of(last_name(path)))
      leave_out(prefix + path, "git ignores it; `--no-ignore` takes it");
}

void FolderSearch::walk(const std::string& below) {
  std::vector<std::string> folders{below};
  while (!folders.empty()) {
    const auto folder = std::move(folders.back());
    folders.pop_back();
    visit_folder(folder, folders);
  }
}

void FolderSearch::visit_folder(const std::string& below, std::vector<std::string>& folders) {
  const auto contents = folder_entries(opened(below));
  // A folder may go between being listed and being read.
  if (contents.error == ENOENT && !below.empty()) return;
  if (contents.error != 0)
    result_.problems.push_back(
        shown(below) + ": cannot be read: " + std::generic_category().message(contents.error));
  if (!below.empty() && is_handed_over(below, contents.entries)) return;
  for (const auto& entry : contents.entries) {
    auto path = joined(below, entry.name);
    if (entry.kind != FolderEntry::Kind::folder) {
      consider(path, entry.kind, Tracking::untracked);
      continue;
    }
    const auto reason = exclusion_.reason(resolved_, path, PathKind::folder, Tracking::untracked);
    if (reason.empty())
      folders.push_back(std::move(path));
    else
      leave_out(path + '/', reason);
  }
}

/// Whether a folder that was met on the way is not walked: a virtual environment is left out, and
/// what is in a repository is git's to tell.
bool FolderSearch::is_handed_over(const std::string& below,
                                  const std::vector<FolderEntry>& entries) {
  const auto has = [&](std::string_view name) {
    return std::ranges::find(entries, name, &FolderEntry::name) != entries.end();
  };
  if (has("pyvenv.cfg") && !selection_.exclude) {
    leave_out(below + '/', "it is a virtual environment of Python");
    return true;
  }
  return !selection_.no_ignore && has(".git") && list_with_git(below);
}

void FolderSearch::consider(const std::string& below, FolderEntry::Kind kind, Tracking tracking,
                            std::string_view blob) {
  ++result_.seen;
  const auto name = last_name(below);
  if (!format_of(name)) {
    if (selection_.explain) ++result_.other_kinds[ending_of(name)];
    return;
  }
  if (is_lock_file(name)) {
    leave_out(below, "it is a lock file");
    return;
  }
  const auto verdict = excluded_.verdict(below, PathKind::file, tracking);
  if (!verdict.reason.empty()) {
    leave_out(verdict.path, verdict.reason);
    return;
  }
  add(below, kind, blob);
}

void FolderSearch::add(const std::string& below, FolderEntry::Kind kind, std::string_view blob) {
  if (kind == FolderEntry::Kind::other) kind = kind_on_disk(opened(below));
  if (kind == FolderEntry::Kind::other) {
    leave_out(below, "it is no regular file");
    return;
  }
  if (kind == FolderEntry::Kind::file) {
    found_.push_back(
        {.path = shown(below), .identity = joined(resolved_, below), .blob = std::string(blob)});
    return;
  }
  std::error_code error;
  auto target = fs::canonical(opened(below), error);
  if (error || !fs::is_regular_file(target, error)) {
    leave_out(below, "it is a link that leads to no file");
  } else if (!lies_in(target.string(), boundary_)) {
    leave_out(below, "it is a link that leads out of " + boundary_);
  } else {
    found_.push_back({.path = shown(below), .identity = target.string(), .is_link = true});
  }
}

}  // namespace corslint
