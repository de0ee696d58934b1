#pragma once

#include <string_view>

#include "lint/read/document.h"

namespace corslint {

/// What kind of value that is, as messages say it: "a string", "a list", "null".
std::string_view kind_name(ValueKind kind);

}  // namespace corslint
