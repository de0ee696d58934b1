// Every 64th code point of the text has its offset noted, and every line the number of its first
// code point: a place is one addition and at most 63 steps away, on lines of any length. In a text
// of ASCII the number of a code point is its offset, and nothing is noted but lines.
#include "lint/read/toml_offsets.h"

#include <algorithm>

#include "lint/read/utf8.h"

namespace corslint {
namespace {

constexpr std::uint32_t stride = 64;

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

TomlOffsets::TomlOffsets(std::string_view text) : text_(text), lines_{0} {
  if (first_non_ascii(text) == text.size()) {
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      lines_.push_back(static_cast<std::uint32_t>(at + 1));
    return;
  }
  std::uint32_t count = 0;
  const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (continues_code_point(text[i])) continue;
    if (count % stride == 0) checkpoints_.push_back(static_cast<std::uint32_t>(i));
    ++count;
    if (text[i] == '\n') lines_.push_back(count);
  }
}

std::uint32_t TomlOffsets::at(std::uint32_t line, std::uint32_t column) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (line == 0 || line > lines_.size()) return end;
  const std::uint32_t number = lines_[line - 1] + std::max(column, 1U) - 1;
  if (checkpoints_.empty()) return std::min(number, end);
  if (number / stride >= checkpoints_.size()) return end;
  std::uint32_t offset = checkpoints_[number / stride];
  for (std::uint32_t left = number % stride; left > 0 && offset < end; --left) {
    ++offset;
    while (offset < end && continues_code_point(text_[offset])) ++offset;
  }
  return offset;
}

}  // namespace corslint
