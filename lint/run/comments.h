#pragma once

#include <string_view>
#include <vector>

#include "rules/policy/policy.h"
#include "rules/policy/span.h"

namespace corslint {

/// The comments of a text, each with its marks and without its line end, in order: `#` in TOML and
/// env files, `//` and `/* */` in JSON. Marks inside strings are none. Total: a string that does
/// not end ends at its line's end, or at the text's where the format lets it run over lines.
std::vector<Span> comments_of(std::string_view text, Format format);

}  // namespace corslint
