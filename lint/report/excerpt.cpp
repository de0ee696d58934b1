#include "lint/report/excerpt.h"

#include <algorithm>
#include <string_view>

#include "lint/read/byte_order_mark.h"
#include "lint/report/printable.h"

namespace corslint {
namespace {

constexpr std::string_view ellipsis = "...";

/// The nearest start of a code point at or before `offset`; in bytes that are no UTF-8, `offset`.
std::uint32_t aligned(std::string_view text, std::uint32_t offset) {
  for (std::uint32_t back = 0; back < 4 && back <= offset; ++back) {
    if (offset - back >= text.size()) return offset;
    if ((static_cast<unsigned char>(text[offset - back]) & 0xC0U) != 0x80U) return offset - back;
  }
  return offset;
}

/// The part of a line that is shown.
Span window_of(std::string_view text, Span line, Span focus) {
  constexpr std::uint32_t context = 40;
  constexpr std::uint32_t widest = 120;
  if (line.end - line.begin <= longest_whole_line) return line;
  Span window = line;
  if (focus.begin - line.begin > context) window.begin = aligned(text, focus.begin - context);
  const auto end = std::min(std::max(window.begin + widest, focus.end), focus.begin + widest);
  if (end < line.end) window.end = aligned(text, end);
  return window;
}

}  // namespace

Excerpt excerpt_of(const SourceFile& file, std::uint32_t line, Span focus) {
  const auto text = file.text();
  Span whole = file.line_span(line);
  if (whole.begin == 0) whole.begin = beginning_of(text);
  focus.begin = std::clamp(focus.begin, whole.begin, whole.end);
  focus.end = std::clamp(focus.end, focus.begin, whole.end);
  const Span window = window_of(text, whole, focus);
  const auto part = text.substr(window.begin, window.end - window.begin);

  Excerpt excerpt;
  excerpt.begin = window.begin;
  std::size_t column = 0;
  if (window.begin > whole.begin) {
    excerpt.shown = ellipsis;
    column = ellipsis.size();
  }
  for (std::size_t i = 0; i < part.size();) {
    const auto glyph = glyph_at(part, i);
    excerpt.columns.insert(excerpt.columns.end(), glyph.length, column);
    excerpt.shown += glyph.shown;
    column += glyph.width;
    i += glyph.length;
  }
  excerpt.columns.push_back(column);
  if (window.end < whole.end) excerpt.shown += ellipsis;
  return excerpt;
}

std::size_t column_of(const Excerpt& excerpt, std::uint32_t offset) {
  if (offset <= excerpt.begin) return excerpt.columns.front();
  const std::size_t index = offset - excerpt.begin;
  return excerpt.columns[std::min(index, excerpt.columns.size() - 1)];
}

}  // namespace corslint
