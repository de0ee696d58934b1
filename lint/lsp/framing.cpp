#include "lint/lsp/framing.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "rules/policy/ascii.h"

namespace corslint::lsp {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view length_name = "content-length:";

/// Where a header ends, and how many bytes its last line ends take.
struct HeaderEnd {
  std::size_t at = npos;
  std::size_t size = 0;
};

HeaderEnd header_end(std::string_view text) {
  const auto with_returns = text.find("\r\n\r\n");
  const auto without = text.substr(0, with_returns).find("\n\n");
  return without == npos ? HeaderEnd{with_returns, 4} : HeaderEnd{without, 2};
}

/// The length that a header names, in whatever it stands; none if it is no number.
std::optional<std::size_t> length_in(std::string_view header) {
  const auto lowered = ascii_lowered(header);
  const auto at = lowered.rfind(length_name);
  if (at == npos) return std::nullopt;
  const auto line = std::string_view(lowered).substr(at + length_name.size());
  const auto digits = stripped(line.substr(0, line.find_first_of("\r\n")));
  std::size_t length = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, length);
  if (error == std::errc::result_out_of_range && stop == end) return npos;
  if (error != std::errc() || stop != end) return std::nullopt;
  return length;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
  const auto skipped = std::min(to_skip_, bytes.size());
  to_skip_ -= skipped;
  buffer_ += bytes.substr(skipped);
}

void FrameReader::drop(std::size_t count) {
  buffer_.erase(0, count);
}

void FrameReader::drop_overlong_header() {
  if (buffer_.size() > largest_header) drop(buffer_.size() - largest_header);
}

std::optional<Frame> FrameReader::next_header() {
  while (!length_) {
    const auto end = header_end(buffer_);
    if (end.at == npos) {
      const bool is_overlong = buffer_.size() > largest_header;
      drop_overlong_header();
      if (!is_overlong || is_lost_) return std::nullopt;
      is_lost_ = true;
      return Frame{Frame::Kind::bad_header};
    }
    const auto length = length_in(std::string_view(buffer_).substr(0, end.at));
    drop(end.at + end.size);
    if (!length) {
      if (is_lost_) continue;
      is_lost_ = true;
      return Frame{Frame::Kind::bad_header};
    }
    is_lost_ = false;
    if (*length <= largest_message) {
      length_ = length;
      break;
    }
    const auto here = std::min(*length, buffer_.size());
    drop(here);
    to_skip_ = *length - here;
    return Frame{Frame::Kind::too_large};
  }
  return std::nullopt;
}

std::optional<Frame> FrameReader::next() {
  if (auto problem = next_header()) return problem;
  if (!length_ || buffer_.size() < *length_) return std::nullopt;
  Frame frame{.content = buffer_.substr(0, *length_)};
  drop(*length_);
  length_.reset();
  return frame;
}

std::string framed(std::string_view content) {
  return "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + std::string(content);
}

}  // namespace corslint::lsp
