#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// A reported path without `.` and without `..` where that is possible, as programs compare it with
/// their own: `app/cors.toml`.
std::string plain_path(std::string_view path);

/// A reported path as a URI reference (RFC 3986): relative as it is, an absolute one as `file://`.
/// Every byte that a path segment does not take is percent-encoded, so that it is ASCII whatever
/// the name is, and no first segment reads as a scheme.
std::string artifact_uri(std::string_view path);

}  // namespace corslint
