#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// Why Go's regexp does not compile the pattern; nothing where it does. It begins as Go's own
/// message does, but goes on in our words.
std::optional<std::string> go_pattern_failure(std::string_view pattern);

}  // namespace corslint
