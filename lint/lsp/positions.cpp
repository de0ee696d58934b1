#include "lint/lsp/positions.h"

#include <algorithm>
#include <cstddef>

namespace corslint::lsp {
namespace {

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// How many bytes the code point at the start of a text takes there.
std::size_t code_point_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && length < 4 && continues_code_point(text[length])) ++length;
  return length;
}

std::uint32_t units_of(std::string_view code_point, PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return static_cast<std::uint32_t>(code_point.size());
    case PositionEncoding::utf16:
      return code_point.size() == 4 ? 2 : 1;
    case PositionEncoding::utf32:
      break;
  }
  return 1;
}

/// The offset of a line's first byte; the end of the text where there is no such line.
std::size_t line_begin(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (; line > 0; --line) {
    const auto end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) return text.size();
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return begin;
}

}  // namespace

std::string_view encoding_name(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return "utf-8";
    case PositionEncoding::utf16:
      return "utf-16";
    case PositionEncoding::utf32:
      break;
  }
  return "utf-32";
}

TextPosition position_at(const SourceFile& file, std::uint32_t offset, PositionEncoding encoding) {
  const auto number = file.position(offset).line;
  const Span line = file.line_span(number);
  const auto length = std::clamp(offset, line.begin, line.end) - line.begin;
  const auto text = file.line(number);
  TextPosition position{.line = number - 1};
  for (std::size_t i = 0; i < length;) {
    const auto size = code_point_length(text.substr(i));
    if (i + size > length) break;
    position.character += units_of(text.substr(i, size), encoding);
    i += size;
  }
  return position;
}

std::uint32_t offset_at(std::string_view text, TextPosition position, PositionEncoding encoding) {
  auto offset = line_begin(text, position.line);
  auto left = position.character;
  while (left > 0 && offset < text.size() && text[offset] != '\r' && text[offset] != '\n') {
    const auto size = code_point_length(text.substr(offset));
    const auto units = units_of(text.substr(offset, size), encoding);
    if (units > left) break;
    left -= units;
    offset += size;
  }
  return static_cast<std::uint32_t>(offset);
}

}  // namespace corslint::lsp
