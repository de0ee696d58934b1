#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace corslint {

/// A part of a text, in bytes.
struct TextRange {
  std::size_t offset = 0;
  std::size_t length = 0;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// The entries of a text that holds several: cut at commas, semicolons, bars and blanks, where an
/// entry behind a cut begins with `scheme://`, or where every piece could be an entry (an origin, a
/// dotted name, `localhost`, `*`, `null`). Empty where the text is not of that kind, and for a
/// single entry with stray separators around it. Quotes around an entry, as a JSON list has them,
/// are not part of it.
std::vector<TextRange> split_joined_origins(std::string_view text);

}  // namespace corslint
