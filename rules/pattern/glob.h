#pragma once

#include <string_view>

#include "rules/pattern/origin_set.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// The tree of an entry with stars.
Tree glob_tree(std::string_view glob, GlobMeaning meaning, LetterCase letter_case);

/// The tree of a list of texts.
Tree list_tree(const std::vector<std::string>& texts, LetterCase letter_case);

}  // namespace corslint::pattern
