#pragma once

#include <string>
#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// What two spellings of one name have in common, and spellings of different names have not.
using NameIdentity = std::string (*)(std::string_view);

/// Reports every entry of a list that names again what an earlier one names.
void report_duplicate_names(const TextList& list, NameIdentity identity, Findings& findings);

}  // namespace corslint
