#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace corslint {

/// The edit that gives a policy a setting for patterns with this one in it, in front of its list of
/// origins, laid out like that. None where the policy has patterns already, where the key for them
/// does not follow from the list's own, in env files, and where the pattern cannot be spelled
/// there. `file_text` is the bytes of the policy's file.
std::optional<Edit> pattern_setting(const Policy& policy, std::string_view pattern,
                                    std::string_view file_text);

/// The unsafe fix that takes an entry out of the list of origins and writes `pattern` among the
/// policy's patterns, which it makes where there are none; nothing where that cannot be done.
std::vector<Fix> moved_to_patterns(const Text& entry, const Policy& policy, const Context& context,
                                   const std::string& pattern);

}  // namespace corslint
