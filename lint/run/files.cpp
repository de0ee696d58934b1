#include "lint/run/files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "lint/run/exclusion.h"
#include "lint/run/folder_search.h"
#include "lint/run/git_files.h"
#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

/// Gathers the files of one run; one object a run.
class Search {
 public:
  explicit Search(const FileSelection& selection) : selection_(selection), exclusion_(selection) {}

  void add(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (fs::is_directory(status)) {
      search(path);
    } else if (status.type() == fs::file_type::not_found) {
      result_.problems.push_back(path + ": no such file or directory");
    } else if (error) {
      result_.problems.push_back(path + ": cannot be read: " + error.message());
    } else {
      add_named(path);
    }
  }

  InputFiles take() {
    result_.files.reserve(found_.size());
    for (auto& [file, origin] : unique()) add_to_result(std::move(file), origin);
    std::ranges::sort(result_.files, {}, &InputFile::path);
    read_staged_texts();
    return std::move(result_);
  }

 private:
  struct Found {
    FoundFile file;
    FileOrigin origin = FileOrigin::discovered;
  };

  struct StagedFiles {
    std::vector<std::string> paths = {};
    std::vector<std::string> blobs = {};
  };

  void search(const std::string& path) {
    if (is_force_excluded(path, PathKind::folder)) return;
    for (auto& file : FolderSearch(selection_, exclusion_, path, result_).search()) {
      needs_comparison_ = needs_comparison_ || file.is_link;
      found_.push_back({std::move(file), FileOrigin::discovered});
    }
    ++searched_;
  }

  void add_named(const std::string& path) {
    if (is_force_excluded(path, PathKind::file)) return;
    std::error_code error;
    FoundFile file{.path = path, .identity = fs::canonical(path, error).string()};
    if (error) file.identity = path;
    if (selection_.changes != ChangeScope::everything && !has_changed(file)) return;
    ++result_.seen;
    needs_comparison_ = true;
    found_.push_back({std::move(file), FileOrigin::named});
  }

  /// What is named counts as tracked, as far as the usual folders go: hooks name nothing else.
  bool is_force_excluded(const std::string& path, PathKind kind) {
    if (!selection_.force_exclude) return false;
    std::error_code error;
    const auto resolved = fs::canonical(path, error);
    if (error) return false;
    auto root = repository_root(resolved.parent_path());
    if (root.empty()) root = fs::current_path(error);
    if (!is_below(resolved, root)) root = resolved.root_path();
    const auto below = resolved.lexically_relative(root).string();
    if (below == ".") return false;
    ExclusionBelow excluded(exclusion_, root.string());
    const auto verdict = excluded.verdict(below, kind, Tracking::tracked);
    if (verdict.reason.empty()) return false;
    if (selection_.explain) result_.left_out.push_back({path, std::string(verdict.reason)});
    return true;
  }

  bool has_changed(FoundFile& file) {
    const auto folder = fs::path(file.identity).parent_path().string();
    const auto [place, is_new] = changes_.try_emplace(folder);
    auto& changes = place->second;
    if (is_new)
      (void)list_changed_files(folder, selection_, [&](const GitEntry& entry) {
        changes.try_emplace(std::string(entry.path), entry.blob);
      });
    const auto change = changes.find(fs::path(file.identity).filename().string());
    if (change == changes.end()) {
      if (selection_.explain) result_.left_out.push_back({file.path, "it has not changed"});
      return false;
    }
    file.blob = change->second;
    return true;
  }

  /// One and the same file may be reached in several ways: what was named stays named, its own path
  /// goes before a link's, and the first path before a later one.
  std::vector<Found> unique() {
    if (!needs_comparison_ && searched_ <= 1) return std::move(found_);
    const auto rank = [](const Found& found) {
      return std::tuple(found.origin != FileOrigin::named, found.file.is_link,
                        std::string_view(found.file.path));
    };
    std::unordered_map<std::string, Found> files;
    for (auto& found : found_) {
      const auto [place, is_new] = files.try_emplace(found.file.identity, found);
      if (!is_new && rank(found) < rank(place->second)) place->second = std::move(found);
    }
    std::vector<Found> result;
    result.reserve(files.size());
    for (auto& [identity, found] : files) result.push_back(std::move(found));
    return result;
  }

  void add_to_result(FoundFile file, FileOrigin origin) {
    if (!file.blob.empty()) {
      auto& staged = staged_[repository_root(file.identity).string()];
      staged.paths.push_back(file.path);
      staged.blobs.push_back(std::move(file.blob));
    }
    result_.files.push_back({.path = std::move(file.path), .origin = origin});
  }

  void read_staged_texts() {
    for (const auto& [repository, staged] : staged_) {
      auto texts = texts_of_blobs(repository, staged.blobs);
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto file =
            std::ranges::lower_bound(result_.files, staged.paths[i], {}, &InputFile::path);
        file->staged_text = std::move(texts[i]);
      }
    }
  }

  const FileSelection& selection_;
  Exclusion exclusion_;
  InputFiles result_;
  std::vector<Found> found_;
  bool needs_comparison_ = false;
  int searched_ = 0;
  std::map<std::string, std::map<std::string, std::string, std::less<>>> changes_;
  std::map<std::string, StagedFiles> staged_;  // by repository
};

}  // namespace

InputFiles find_files(const std::vector<std::string>& paths, const FileSelection& selection) {
  Search search(selection);
  for (const auto& path : paths) search.add(path);
  return search.take();
}

}  // namespace corslint
