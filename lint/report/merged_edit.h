#pragma once

#include <optional>
#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// The edits of a fix as one, for readers that take only that: it replaces everything from the
/// first edit to the last by what is there afterwards. None where the fix has no edits, and where
/// the text that goes in is no UTF-8, which no report can carry.
std::optional<Edit> merged_edit(const Fix& fix, std::string_view text);

/// Whether a text is well-formed UTF-8.
bool is_utf8(std::string_view text);

}  // namespace corslint
