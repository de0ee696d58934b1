#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corslint {

/// The columns of a page that is not written to a terminal.
inline constexpr std::size_t page_width = 80;

/// A text of words, broken into lines of at most `width` columns where its words allow that; each
/// line begins with `margin`, and the last one is ended.
std::string paragraph(std::string_view text, std::size_t width = page_width,
                      std::string_view margin = {});

/// Lines of code, each moved in by four blanks: a block of code in Markdown and in plain text
/// alike. Empty lines at the end go.
std::string code_block(std::string_view code);

/// The text with a full stop, unless it ends a sentence already.
std::string sentence(std::string_view text);

}  // namespace corslint
