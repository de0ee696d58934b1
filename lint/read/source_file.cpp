#include "lint/read/source_file.h"

#include <algorithm>
#include <utility>

#include "lint/read/byte_order_mark.h"
#include "lint/read/utf8.h"

namespace corslint {
namespace {

/// Lines that end with LF only, which most files have.
std::vector<std::uint32_t> starts_after_line_feeds(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  return starts;
}

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return starts_after_line_feeds(text);
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool lone_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || lone_return) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

constexpr std::size_t block_size = 4096;

std::uint32_t continuations_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), continues_code_point));
}

/// Nothing in a text of ASCII.
std::vector<std::uint32_t> continuations_by_block(std::string_view text) {
  if (first_non_ascii(text) == text.size()) return {};
  std::vector<std::uint32_t> before{0};
  for (std::size_t begin = 0; begin < text.size(); begin += block_size)
    before.push_back(before.back() + continuations_in(text.substr(begin, block_size)));
  return before;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)),
      text_(std::move(text)),
      line_starts_(starts_of_lines(text_)),
      continuations_(continuations_by_block(text_)) {}

std::uint32_t SourceFile::continuations_before(std::uint32_t offset) const {
  if (continuations_.empty()) return 0;
  const std::size_t block = offset / block_size;
  const auto rest = text().substr(block * block_size, offset - block * block_size);
  return continuations_[block] + continuations_in(rest);
}

Position SourceFile::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
  std::uint32_t start = *(next - 1);
  // A byte order mark is not a column that anybody sees.
  if (start == 0 && offset >= beginning_of(text())) start = beginning_of(text());
  const std::uint32_t columns =
      offset - start - (continuations_before(offset) - continuations_before(start));
  return {line, columns + 1, offset};
}

std::uint32_t SourceFile::line_count() const {
  return static_cast<std::uint32_t>(line_starts_.size());
}

Span SourceFile::line_span(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t begin = line_starts_[number - 1];
  auto end = static_cast<std::uint32_t>(number < line_starts_.size() ? line_starts_[number]
                                                                     : text_.size());
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return {begin, end};
}

std::string_view SourceFile::line(std::uint32_t number) const {
  const Span span = line_span(number);
  return text().substr(span.begin, span.end - span.begin);
}

}  // namespace corslint
