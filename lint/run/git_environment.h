#pragma once

#include <string>
#include <vector>

namespace corslint {

/// The environment that git is called with for a folder, each `NAME=value`: this process's own
/// without what names a repository, because git hooks set that for their own repository. The index
/// that a hook names (`git commit FILE` makes one of its own) stays where it belongs to the
/// folder's repository, with an absolute path; `GIT_DIR` and `GIT_WORK_TREE` stay where the folder
/// lies in that work tree and no repository is found otherwise. Messages are in English.
std::vector<std::string> git_environment(const std::string& folder);

/// Whether the folder lies in a git repository as far as can be seen without git.
bool is_in_repository(const std::string& folder);

}  // namespace corslint
