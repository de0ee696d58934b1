#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/policy/irregularity.h"
#include "rules/policy/span.h"

namespace corslint {

/// Where a JSON string, number or literal ends, or what keeps it from being one.
struct JsonToken {
  std::size_t end = 0;
  std::optional<Irregularity> error;
};

/// The string, number or literal that begins at `offset`, which must lie inside `text`.
/// https://www.rfc-editor.org/rfc/rfc8259#section-6
/// https://www.rfc-editor.org/rfc/rfc8259#section-7
JsonToken json_token(std::string_view text, std::size_t offset);

/// The run of letters, digits and the signs of names and numbers at `offset`; empty if there is
/// none.
Span json_word(std::string_view text, std::size_t offset);

}  // namespace corslint
