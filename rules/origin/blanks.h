#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/origin/origin_problem.h"

namespace corslint {

/// Whether `c` is white space: the ASCII blanks and controls that browsers strip, no-break spaces
/// and the other spaces of Unicode.
bool is_blank(char32_t c);

/// Whether `c` shows nothing and takes no room: zero-width characters, byte order marks, soft
/// hyphens, direction marks.
bool is_invisible(char32_t c);

/// A text without the blanks, invisible characters and separators around it, and without the tabs,
/// line breaks and invisible characters inside it. Blanks inside stay. `places[i]` is where byte
/// `i` stood in the original, and the last of `places`, one more than there are bytes, is where the
/// kept part ended there; `notes` tell what was dropped. Joiners between two non-ASCII characters
/// belong to the writing of some languages and stay.
struct CleanedText {
  std::string text;
  std::vector<std::size_t> places;
  std::vector<OriginNote> notes;
};

CleanedText without_blanks(std::string_view text);

}  // namespace corslint
