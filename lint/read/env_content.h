#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/text.h"

namespace corslint {

/// The content of an env value with the escapes of double quotes decoded but its variables still as
/// written, so that it can be taken apart; `offsets` holds the file offset of every byte and, as
/// the last one, that of the end.
struct EnvContent {
  std::string text;
  std::vector<std::uint32_t> offsets;

  /// The place in the file of the bytes from `begin` to `end`.
  Span span(std::size_t begin, std::size_t end) const { return {offsets[begin], offsets[end]}; }
};

/// Reads the content of `value` from the text of its file.
EnvContent env_content(std::string_view file_text, const Text& value);

}  // namespace corslint
