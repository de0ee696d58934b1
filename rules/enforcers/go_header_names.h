#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// A header name as Go's `http.CanonicalHeaderKey` spells it: an upper-case letter at the beginning
/// and behind each hyphen, all others lowered. A text that is no header name stays as it is.
std::string canonical_header_name(std::string_view name);

/// Every name spelled so.
std::vector<std::string> canonical_header_names(std::vector<std::string> names);

}  // namespace corslint
