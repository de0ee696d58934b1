#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/run/file_selection.h"
#include "lint/run/path_pattern.h"

namespace corslint {

/// Whether git tracks a file. What it tracks is the project's own, whatever its folder is called.
enum class Tracking { untracked, tracked };

/// What decides which files of a folder are left out, beside git: the usual folders of
/// dependencies, build results and tools, or the globs in their place, and further globs.
class Exclusion {
 public:
  explicit Exclusion(const FileSelection& selection);

  /// Why the file or folder `below` the folder `root` is left out, as the end of a sentence; empty
  /// if it is not. What lies above it is not asked. `root` is absolute, with links resolved.
  std::string reason(std::string_view root, std::string_view below, PathKind kind,
                     Tracking tracking) const;

 private:
  struct Globs {
    std::string folder;  // empty for those of the command line
    std::vector<PathPattern> patterns;
  };

  std::string reason_of_usual_folder(std::string_view below, Tracking tracking) const;
  void add(const GlobList& list);

  std::string working_directory_;
  bool has_usual_folders_ = true;
  bool searches_hidden_ = false;
  std::vector<Globs> globs_;
};

/// Why files below one folder are left out, asked from the top down, each folder once.
class ExclusionBelow {
 public:
  ExclusionBelow(const Exclusion& exclusion, std::string root)
      : exclusion_(exclusion), root_(std::move(root)) {}

  /// What is left out: this file or folder, or the topmost folder above it, folders with a slash at
  /// the end; and why. The reason is empty where nothing is.
  struct Verdict {
    std::string_view path;
    std::string_view reason;
  };
  Verdict verdict(std::string_view below, PathKind kind, Tracking tracking);

 private:
  struct Known {
    std::string path;
    std::string reason;
  };
  const Known& folder_verdict(std::string_view folder, Tracking tracking);

  const Exclusion& exclusion_;
  std::string root_;
  std::unordered_map<std::string, Known> folders_;
  Known file_;
};

}  // namespace corslint
