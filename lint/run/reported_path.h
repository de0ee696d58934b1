#pragma once

#include <filesystem>
#include <string>

namespace corslint {

/// The root of the repository that `directory` stands in: the nearest folder upwards that holds
/// `.git` (a folder, or a file as in worktrees); empty outside of one.
std::filesystem::path repository_root(const std::filesystem::path& directory);

/// A path with nothing to resolve in it: `path` from `directory`, which is absolute, without `.`,
/// `..`, doubled slashes and one at its end. Links are not followed.
std::string absolute_path(const std::string& path, const std::string& directory);

/// The path that a file is reported under: relative to `root` with forward slashes where the file
/// lies in it, else as given. `directory` is what relative paths start from. Links are not
/// resolved.
std::string reported_path(const std::string& path, const std::filesystem::path& directory,
                          const std::filesystem::path& root);

/// The working directory as files in it are reported: empty where it is the root of its repository,
/// or in none.
std::string reported_folder();

}  // namespace corslint
