#pragma once

#include <string>
#include <vector>

namespace corslint {

/// An entry of a folder: what it is itself, links not followed.
struct FolderEntry {
  enum class Kind { file, folder, link, other };
  std::string name;
  Kind kind = Kind::file;
};

/// What a folder holds, in no order; `error` is the system's error number where it could not be
/// read to its end.
struct FolderEntries {
  std::vector<FolderEntry> entries = {};
  int error = 0;
};

/// Reads a folder. No entry is looked at where the system tells what it is along with its name.
FolderEntries folder_entries(const std::string& path);

}  // namespace corslint
