#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// The patch that makes the new text of the old one, with three lines of context, for `patch -p1`
/// and `git apply` in the folder that `path` starts from; empty where the texts are the same. Lines
/// end at LF, a CR before it is part of the line, and a last line without an end is marked. A path
/// with control characters, quotes or backslashes is quoted as in C.
std::string unified_diff(std::string_view path, std::string_view old_text,
                         std::string_view new_text);

}  // namespace corslint
