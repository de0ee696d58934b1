#pragma once

#include <cstdint>
#include <string_view>

namespace corslint {

/// U+FEFF in UTF-8. At the beginning of a text it says that this is UTF-8, and is no part of what
/// stands there. https://www.unicode.org/versions/Unicode15.0.0/ch23.pdf, 23.8
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The offset at which a text begins for who reads it: behind a byte order mark, if there is one.
constexpr std::uint32_t beginning_of(std::string_view text) {
  return text.starts_with(byte_order_mark) ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0;
}

}  // namespace corslint
