#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// The folders in which files may be replaced when these paths were named: a folder itself, or the
/// one that a named file stands in; with links resolved.
std::vector<std::string> writable_roots(const std::vector<std::string>& paths);

/// Replaces a file's content, at every moment either the old or the new one. The new text is
/// written beside the file, with the same owner, permissions and extended attributes, read back,
/// and renamed. A link stays, and the file that it leads to is replaced, if that lies under one of
/// the roots. Nothing is changed where the file no longer holds `expected`, is read-only, or
/// anything fails: then the answer is why, in one line without the path; else it is empty. Another
/// hard link to the file keeps the old text. SIGINT, SIGTERM and SIGHUP wait meanwhile, so that no
/// temporary file is left; call it while no other thread runs.
std::string replace_file(const std::string& path, std::string_view expected, std::string_view text,
                         const std::vector<std::string>& roots);

}  // namespace corslint
