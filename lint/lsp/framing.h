#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace corslint::lsp {

/// The most bytes that one message may have. Larger ones are passed over without being kept.
inline constexpr std::size_t largest_message = std::size_t{64} * 1024 * 1024;

/// The most bytes of a header that are kept while its end is looked for.
inline constexpr std::size_t largest_header = std::size_t{8} * 1024;

/// One message off the wire, or what came instead of one: a header without a length, or a message
/// that is larger than any.
struct Frame {
  enum class Kind { message, bad_header, too_large };

  Kind kind = Kind::message;
  std::string content = {};
};

/// Takes a stream of bytes apart into messages, each behind a header with its `Content-Length`.
/// Total: behind a header that is none, reading goes on at the next `Content-Length`, wherever
/// in a line that stands. Keeps no more than one message and what was fed at once.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
class FrameReader {
 public:
  /// Adds what was read.
  void feed(std::string_view bytes);

  /// The next message; none until more is fed.
  std::optional<Frame> next();

 private:
  std::optional<Frame> next_header();
  void drop_overlong_header();
  void drop(std::size_t count);

  std::string buffer_;
  std::optional<std::size_t> length_ = {};  // of the message whose header was read
  std::size_t to_skip_ = 0;                 // bytes of a message that is too large
  bool is_lost_ = false;                    // since the last message
};

/// A message as it goes over the wire.
std::string framed(std::string_view content);

}  // namespace corslint::lsp
