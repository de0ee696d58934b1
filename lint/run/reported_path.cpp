#include "lint/run/reported_path.h"

#include <system_error>

namespace corslint {

namespace fs = std::filesystem;

fs::path repository_root(const fs::path& directory) {
  for (fs::path folder = directory; !folder.empty(); folder = folder.parent_path()) {
    std::error_code ignored;
    if (fs::exists(folder / ".git", ignored)) return folder;
    if (folder == folder.root_path()) break;
  }
  return {};
}

std::string reported_path(const std::string& path, const fs::path& directory,
                          const fs::path& root) {
  if (root.empty()) return path;
  const auto relative = (directory / path).lexically_normal().lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") return path;
  return relative.generic_string();
}

}  // namespace corslint
