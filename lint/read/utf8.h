#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/policy/irregularity.h"
#include "rules/policy/span.h"

namespace corslint {

/// The offset of the first byte that is not ASCII; the size of the text where all are.
std::size_t first_non_ascii(std::string_view text);

/// The offset of the first byte that is not part of well-formed UTF-8: overlong forms, surrogates
/// and code points above U+10FFFF count as ill-formed. None where the whole text is well-formed.
/// https://www.unicode.org/versions/latest/core-spec/chapter-3/#G27288
std::optional<std::uint32_t> first_ill_formed_byte(std::string_view text);

/// Whether a text is UTF-16: it has its byte order mark, or NUL for every other byte, as ASCII has
/// in UTF-16; a few stray NUL bytes do not make it that.
bool is_utf16(std::string_view text);

/// The syntax error that keeps a text from being read as UTF-8 text at all: an ill-formed byte, a
/// NUL byte, or the whole of it being UTF-16. None of the formats admits any of them.
std::optional<Irregularity> encoding_error(std::string_view text);

/// The bytes of the code point at `offset`; never empty where the text is not. At the end of the
/// text, those of its last code point.
Span code_point_span(std::string_view text, std::size_t offset);

/// The code point at `offset` as a message names it: in backquotes, or in words where it cannot be
/// seen (`a tab`, `the end of the line`, `U+FEFF`).
std::string shown_code_point(std::string_view text, std::size_t offset);

}  // namespace corslint
