#pragma once

#include <string>
#include <string_view>

namespace corslint::lsp {

/// The absolute path that a `file` URI names, its percent-encoding undone; empty for any other
/// scheme (`untitled:`), another host, and a path that is not absolute or holds a NUL byte.
/// https://www.rfc-editor.org/rfc/rfc8089
std::string path_of_uri(std::string_view uri);

/// The last part of a URI's path, its percent-encoding undone: what a document without a path is
/// called.
std::string name_of_uri(std::string_view uri);

}  // namespace corslint::lsp
