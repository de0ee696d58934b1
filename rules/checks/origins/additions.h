#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/policy.h"
#include "rules/rule.h"

namespace corslint {

/// A fix that adds entries behind the last one of a list, in the way in which the list is written;
/// none where that cannot be done. With `file_text`, the bytes of the policy's file, a list with
/// one entry a line gets a line of its own for each new one, indented like the last.
std::vector<Fix> added(const TextList& list, std::span<const std::string> texts,
                       std::string_view file_text = {}, Safety safety = Safety::unsafe);

/// The same for one entry.
std::vector<Fix> added(const TextList& list, const std::string& text,
                       std::string_view file_text = {}, Safety safety = Safety::unsafe);

}  // namespace corslint
