#pragma once

#include <cstddef>
#include <limits>
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
/// read to its end. `is_whole` where there is nothing more in it.
struct FolderEntries {
  std::vector<FolderEntry> entries = {};
  int error = 0;
  bool is_whole = false;
};

/// Reads a folder, or its first `most` entries. No entry is looked at where the system tells what
/// it is along with its name.
FolderEntries folder_entries(const std::string& path,
                             std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace corslint
