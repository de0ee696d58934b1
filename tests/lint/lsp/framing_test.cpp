#include "lint/lsp/framing.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint::lsp {
namespace {

/// What comes out of a stream, a line for each frame; fed in pieces of this size.
std::vector<std::string> read(std::string_view stream, std::size_t piece) {
  FrameReader reader;
  std::vector<std::string> seen;
  for (std::size_t begin = 0; begin < stream.size(); begin += piece) {
    reader.feed(stream.substr(begin, piece));
    while (const auto frame = reader.next()) {
      if (frame->kind == Frame::Kind::message) seen.push_back(frame->content);
      if (frame->kind == Frame::Kind::bad_header) seen.emplace_back("(bad header)");
      if (frame->kind == Frame::Kind::too_large) seen.emplace_back("(too large)");
    }
  }
  return seen;
}

struct Case {
  std::string what;
  std::string stream;
  std::vector<std::string> seen;
};

const std::vector<Case> cases{
    {"nothing", "", {}},
    {"one message", framed("{}"), {"{}"}},
    {"several at once", framed("a") + framed("bb") + framed(""), {"a", "bb", ""}},
    {"bytes, not characters", framed("\u00E4\U0001F600"), {"\u00E4\U0001F600"}},
    {"other headers", "Content-Type: x; charset=utf-8\r\ncontent-length:2\r\n\r\n{}", {"{}"}},
    {"line ends without returns", "Content-Length: 2\n\n{}", {"{}"}},
    {"a message that has not ended", "Content-Length: 9\r\n\r\n{}", {}},
    {"a header that has not ended", "Content-Length: 9", {}},
    {"no length", "Content-Type: x\r\n\r\n" + framed("{}"), {"(bad header)", "{}"}},
    {"a length that is no number",
     "Content-Length: x\r\n\r\n{}" + framed("a"),
     {"(bad header)", "a"}},
    {"a negative length", "Content-Length: -2\r\n\r\n{}" + framed("a"), {"(bad header)", "a"}},
    {"words of a start script before a header", "hello\n" + framed("a"), {"a"}},
    {"rubbish is reported once",
     "a\r\n\r\nb\r\n\r\nc\r\n\r\n" + framed("x"),
     {"(bad header)", "x"}},
    {"a length beyond all numbers",
     "Content-Length: 99999999999999999999999\r\n\r\nabc",
     {"(too large)"}},
};

TEST_CASE("messages come out of a stream, in whatever pieces it arrives") {
  for (const auto& [what, stream, seen] : cases) {
    INFO(what);
    for (const std::size_t piece : std::initializer_list<std::size_t>{1, 2, 3, 7, 1000})
      CHECK(read(stream, piece) == seen);
  }
}

TEST_CASE("a message that is too large is passed over, and the next one is read") {
  const std::string large(largest_message + 1, 'x');
  CHECK(read(framed(large) + framed("{}"), 65536) == std::vector<std::string>{"(too large)", "{}"});
}

TEST_CASE("a header without an end is not kept") {
  const std::string endless(10 * largest_header, 'x');
  CHECK(read(endless + "\r\n" + framed("{}"), 1000) ==
        std::vector<std::string>{"(bad header)", "{}"});
}

}  // namespace
}  // namespace corslint::lsp
