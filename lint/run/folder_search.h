#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lint/run/exclusion.h"
#include "lint/run/files.h"
#include "lint/run/folder_entries.h"
#include "lint/run/git_files.h"

namespace corslint {

/// A file that was found below a folder. `identity` is its absolute path with links resolved;
/// `is_link` says that its own path is another one. `blob` is the object of its staged text, where
/// that counts.
struct FoundFile {
  std::string path;
  std::string identity;
  bool is_link = false;
  std::string blob = {};
};

/// Searches one folder that was named. What is found goes to `found`, everything else that there is
/// to say to `result`.
class FolderSearch {
 public:
  FolderSearch(const FileSelection& selection, const Exclusion& exclusion, std::string named,
               InputFiles& result);

  std::vector<FoundFile> search();

 private:
  void search_below(const std::string& below);
  bool list_with_git(const std::string& below);
  GitListing listing_of(const std::string& folder, const GitEntryVisitor& visit);
  void visit(const std::string& prefix, const GitEntry& entry, std::vector<std::string>& nested);
  void explain_ignored(const std::string& below);

  void walk(const std::string& below);
  void visit_folder(const std::string& below, std::vector<std::string>& folders);
  bool is_handed_over(const std::string& below, const std::vector<FolderEntry>& entries);

  void consider(const std::string& below, FolderEntry::Kind kind, Tracking tracking,
                std::string_view blob = {});
  void add(const std::string& below, FolderEntry::Kind kind, std::string_view blob);
  void leave_out(std::string_view below, std::string_view reason);
  std::string shown(std::string_view below) const;
  std::string opened(std::string_view below) const;

  const FileSelection& selection_;
  const Exclusion& exclusion_;
  InputFiles& result_;
  std::string named_;     // as given, without slashes at its end
  std::string resolved_;  // absolute, with links resolved
  std::string boundary_;  // what links must not lead out of
  ExclusionBelow excluded_;
  std::unordered_set<std::string> explained_;
  std::vector<FoundFile> found_;
};

}  // namespace corslint
