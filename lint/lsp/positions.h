#pragma once

#include <cstdint>
#include <string_view>

#include "lint/read/source_file.h"

namespace corslint::lsp {

/// What a `character` counts: code units of UTF-8 or UTF-16, or code points.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#positionEncodingKind
enum class PositionEncoding { utf8, utf16, utf32 };

/// The encoding's name in the protocol, such as `utf-16`.
std::string_view encoding_name(PositionEncoding encoding);

/// A place as the protocol counts it: line and character from 0.
struct TextPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  bool operator==(const TextPosition&) const = default;
};

/// Where a byte offset lies. Inside a line end it is the end of the line, inside a code point the
/// start of that; offsets past the end are the end. A byte order mark counts as any other
/// character.
TextPosition position_at(const SourceFile& file, std::uint32_t offset, PositionEncoding encoding);

/// The byte offset of a place in a text. Characters behind the end of a line mean its end, lines
/// behind the last one the end of the text, half of a code point its start. The text is UTF-8.
std::uint32_t offset_at(std::string_view text, TextPosition position, PositionEncoding encoding);

}  // namespace corslint::lsp
