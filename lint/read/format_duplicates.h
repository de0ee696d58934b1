#pragma once

#include <string_view>

#include "lint/read/document.h"

namespace corslint {

/// Reports every key that stands twice in one table, at any depth, in the order of the file.
/// `detail` is what the format makes of it.
void report_duplicate_keys(Document& document, std::string_view detail);

}  // namespace corslint
