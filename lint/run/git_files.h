#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/run/exclusion.h"
#include "lint/run/file_selection.h"

namespace corslint {

/// Something that git lists below a folder. `path` is relative to that folder and any bytes but
/// NUL. `blob` is the object that holds its text, where the index has another text than the work
/// tree and the index is what counts; else it is empty.
struct GitEntry {
  enum class Kind { file, link, submodule, unknown, repository };
  std::string_view path;
  Kind kind = Kind::file;
  Tracking tracking = Tracking::tracked;
  std::string_view blob = {};
};

using GitEntryVisitor = std::function<void(const GitEntry&)>;

/// How a listing went. `refusal` says why there is none, as the end of a sentence; `unreadable` has
/// one line for each folder that git could not look into.
struct GitListing {
  std::string refusal = {};
  std::vector<std::string> unreadable = {};
};

/// What git tracks or would track below the folder, tracked first: files that are not ignored.
/// Tracked files may be gone. A submodule and a repository of its own is one entry each, and its
/// files are not listed. Of what is not tracked, `kind` tells links from files not apart: it is
/// `unknown`.
GitListing list_files(const std::string& folder, const GitEntryVisitor& visit);

/// What git would track below the folder and does not yet.
GitListing list_untracked_files(const std::string& folder, const GitEntryVisitor& visit);

/// The files and, with a slash at their ends, folders below the folder that git ignores.
std::vector<std::string> ignored_paths(const std::string& folder);

/// Whether git ignores this folder as a whole.
bool is_ignored(const std::string& folder);

/// What changed below the folder, in the selection's scope; deleted files are left out. Throws
/// `EnvironmentError` where git cannot tell: outside of a repository, without git, or where `since`
/// names no commit with a history in common.
GitListing list_changed_files(const std::string& folder, const FileSelection& selection,
                              const GitEntryVisitor& visit);

/// The texts of objects, in the order of their names; throws `EnvironmentError` where one is
/// missing.
std::vector<std::string> texts_of_blobs(const std::string& folder,
                                        const std::vector<std::string>& blobs);

}  // namespace corslint
