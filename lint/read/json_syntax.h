#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/irregularity.h"

namespace corslint {

/// JSON text made ready for a strict parser: comments, trailing commas, tabs and a byte order mark
/// are blanked, and line breaks are put in after commas so that no line is long. `error` is the
/// first place that is not JSON even then; `text` ends there.
struct StrictJson {
  std::string text;
  std::vector<std::uint32_t> breaks;  ///< where in `text` a line break was put in, ascending
  std::optional<Irregularity> error;
};

/// Holds a text to the grammar of RFC 8259, with comments (`//`, `/* */`) and one trailing comma a
/// list or object let through, and nesting bounded by `deepest_nesting`. A half of a surrogate pair
/// on its own counts as an error: no text that is passed on could hold it.
/// https://www.rfc-editor.org/rfc/rfc8259
StrictJson strict_json(std::string_view text);

}  // namespace corslint
