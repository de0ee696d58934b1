#include "lint/run/reported_path.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <system_error>

#include "lint/run/path_target.h"

namespace corslint {

namespace fs = std::filesystem;

namespace {

/// Whether no segment of a relative path is empty, `.` or `..`, so that nothing is to be resolved.
/// Nearly every file of a run is found below a folder that was given like this, and taking its path
/// apart into an `fs::path` takes as long as judging a small policy.
bool is_plain(std::string_view path) {
  while (true) {
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    if (segment.empty() || segment == "." || segment == "..") return false;
    if (end == path.size()) return true;
    path.remove_prefix(end + 1);
  }
}

bool is_resolved(std::string_view path) {
  return path.starts_with('/') && is_plain(path.substr(1));
}

}  // namespace

std::string absolute_path(const std::string& path, const std::string& directory) {
  if (is_resolved(path)) return path;
  if (is_plain(path) && directory.size() > 1 && directory.front() == '/')
    return directory + '/' + path;
  auto result = (fs::path(directory) / path).lexically_normal().string();
  if (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result;
}

fs::path repository_root(const fs::path& directory) {
  auto folder = directory.string();
  while (!folder.empty()) {
    const bool is_root = folder == "/";
    const auto target = target_of(is_root ? "/.git" : folder + "/.git");
    if (target != PathTarget::nothing && target != PathTarget::unknown) return folder;
    if (is_root) break;
    const auto slash = folder.find_last_of('/');
    folder.resize(slash == std::string::npos ? 0 : std::max<std::size_t>(slash, 1));
  }
  return {};
}

std::string reported_path(const std::string& path, const fs::path& directory,
                          const fs::path& root) {
  if (root.empty() || (is_plain(path) && root.native() == directory.native())) return path;
  if (is_resolved(path) && path.starts_with(root.native() + '/'))
    return path.substr(root.native().size() + 1);
  const auto relative = (directory / path).lexically_normal().lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") return path;
  return relative.generic_string();
}

std::string reported_folder() {
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  const auto root = repository_root(directory);
  if (root.empty() || root == directory) return {};
  return directory.lexically_relative(root).generic_string();
}

}  // namespace corslint
