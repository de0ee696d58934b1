#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// One item of a list in brackets: the token with its quotes, and what lies within them, as offsets
/// into the text of the list.
struct BracketItem {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t content_begin = 0;
  std::size_t content_end = 0;
  char quote = '\0';  ///< 0 for an item without quotes
};

/// A text in brackets, taken apart. `is_broken` where it is no list of quoted or bare words even
/// with every kind of quote allowed: a comma or the closing bracket is missing, or something else
/// stands in it; `items` is what could be found.
struct BracketList {
  std::vector<BracketItem> items;
  bool is_broken = false;

  bool has_quote(char quote) const;
};

/// Takes a text apart that starts with `[`.
BracketList parsed_brackets(std::string_view text);

/// The text that the inside of a JSON string stands for; a broken escape stays as it is.
/// https://www.rfc-editor.org/rfc/rfc8259#section-7
std::string json_unescaped(std::string_view text);

}  // namespace corslint
