#pragma once

#include <optional>
#include <string>
#include <vector>

namespace corslint {

/// Globs in gitignore's syntax (`PathPattern`), later ones before earlier ones. They are relative
/// to `folder` and mean only what lies in it. With an empty folder they are those of the command
/// line: relative to the working directory, or, for what lies outside of it, to the folder that was
/// named.
struct GlobList {
  std::string folder = {};
  std::vector<std::string> globs = {};
};

/// Which files count as changed: those that differ between the index and the last commit, those
/// that differ between the work tree and the last commit, or those that differ between the work
/// tree and the commit at which this branch left `FileSelection::since`; the latter two with files
/// that git does not know yet.
enum class ChangeScope { everything, staged, changed, since };

/// Which files a run takes. A file that is named itself is taken whatever the globs say, unless
/// `force_exclude` is set, and whatever it is called.
struct FileSelection {
  std::optional<GlobList> exclude = {};  ///< in the place of the usual folders
  std::vector<GlobList> extend_exclude = {};
  bool force_exclude = false;  ///< the globs also decide about what is named
  bool no_ignore = false;      ///< files that git ignores are taken, too
  bool hidden = false;         ///< the hidden ones of the usual folders are searched, too
  ChangeScope changes = ChangeScope::everything;
  std::string since = {};  ///< a revision of git
  bool explain = false;    ///< say of each file that was left out why
};

}  // namespace corslint
