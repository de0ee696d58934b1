#pragma once

#include <cstdint>
#include <string_view>

#include "rules/policy/irregularity.h"

namespace corslint {

/// The syntax error that toml++ describes with `description` for the byte at `offset`, in the words
/// of somebody who edits the file. The span is what is wrong, never empty but in an empty file.
Irregularity toml_syntax_error(std::string_view text, std::uint32_t offset,
                               std::string_view description);

}  // namespace corslint
