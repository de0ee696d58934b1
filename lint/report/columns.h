#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// `text` with blanks behind it, up to `width` bytes.
std::string padded(std::string_view text, std::size_t width);

/// `text` as one cell of a Markdown table: a `|` inside is escaped.
std::string table_cell(std::string_view text);

}  // namespace corslint
