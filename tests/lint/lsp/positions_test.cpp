#include "lint/lsp/positions.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint::lsp {
namespace {

constexpr std::array encodings{PositionEncoding::utf8, PositionEncoding::utf16,
                               PositionEncoding::utf32};

// An emoji takes four bytes and two UTF-16 units, a CJK character three bytes and one unit, an
// accent of its own two bytes and one unit.
const std::string mixed = "a\U0001F600b\u6F22e\u0301z\nsecond\r\nthird\rfourth";

struct Case {
  std::string what;
  std::string before;  ///< the text before the place
  TextPosition utf8;
  TextPosition utf16;
  TextPosition utf32;
};

const std::vector<Case> cases{
    {"the start", "", {0, 0}, {0, 0}, {0, 0}},
    {"behind ASCII", "a", {0, 1}, {0, 1}, {0, 1}},
    {"behind an emoji", "a\U0001F600", {0, 5}, {0, 3}, {0, 2}},
    {"behind CJK", "a\U0001F600b\u6F22", {0, 9}, {0, 5}, {0, 4}},
    {"behind a combining accent", "a\U0001F600b\u6F22e\u0301", {0, 12}, {0, 7}, {0, 6}},
    {"behind LF", "a\U0001F600b\u6F22e\u0301z\n", {1, 0}, {1, 0}, {1, 0}},
    {"behind CR LF", "a\U0001F600b\u6F22e\u0301z\nsecond\r\n", {2, 0}, {2, 0}, {2, 0}},
    {"behind CR", "a\U0001F600b\u6F22e\u0301z\nsecond\r\nthird\r", {3, 0}, {3, 0}, {3, 0}},
    {"the end", mixed, {3, 6}, {3, 6}, {3, 6}},
};

TEST_CASE("a place is the same in bytes and in every encoding of positions") {
  const SourceFile file("a", mixed);
  for (const auto& [what, before, utf8, utf16, utf32] : cases) {
    INFO(what);
    const auto offset = static_cast<std::uint32_t>(before.size());
    CHECK(position_at(file, offset, PositionEncoding::utf8) == utf8);
    CHECK(position_at(file, offset, PositionEncoding::utf16) == utf16);
    CHECK(position_at(file, offset, PositionEncoding::utf32) == utf32);
    CHECK(offset_at(mixed, utf8, PositionEncoding::utf8) == offset);
    CHECK(offset_at(mixed, utf16, PositionEncoding::utf16) == offset);
    CHECK(offset_at(mixed, utf32, PositionEncoding::utf32) == offset);
  }
}

TEST_CASE("a byte order mark is a character that the editor has, too") {
  const std::string text = "\uFEFFab";
  CHECK(position_at(SourceFile("a", text), 4, PositionEncoding::utf16) == TextPosition{0, 2});
  CHECK(offset_at(text, {0, 2}, PositionEncoding::utf16) == 4);
}

TEST_CASE("a place outside of the text is the nearest one inside") {
  for (const auto encoding : encodings) {
    CHECK(offset_at("ab\ncd", {0, 9}, encoding) == 2);
    CHECK(offset_at("ab\r\ncd", {0, 3}, encoding) == 2);
    CHECK(offset_at("ab\ncd", {1, 9}, encoding) == 5);
    CHECK(offset_at("ab\ncd", {7, 0}, encoding) == 5);
    CHECK(offset_at("ab\ncd", {4294967295U, 4294967295U}, encoding) == 5);
    CHECK(offset_at("", {0, 1}, encoding) == 0);
    CHECK(position_at(SourceFile("a", "ab\ncd"), 99, encoding) == TextPosition{1, 2});
  }
}

TEST_CASE("half of a character is its start, the inside of a line end the end of its line") {
  const std::string emoji = "\U0001F600x";
  CHECK(offset_at(emoji, {0, 1}, PositionEncoding::utf16) == 0);
  CHECK(offset_at(emoji, {0, 3}, PositionEncoding::utf8) == 0);
  CHECK(position_at(SourceFile("a", emoji), 2, PositionEncoding::utf16) == TextPosition{0, 0});
  CHECK(position_at(SourceFile("a", "ab\r\nc"), 3, PositionEncoding::utf16) == TextPosition{0, 2});
}

TEST_CASE("every byte offset of a text leads to a place and back") {
  const SourceFile file("a", mixed);
  for (const auto encoding : encodings) {
    for (std::uint32_t offset = 0; offset <= mixed.size(); ++offset) {
      const bool is_inside = (static_cast<unsigned char>(mixed[offset]) & 0xC0U) == 0x80U ||
                             (offset > 0 && mixed.substr(offset - 1, 2) == "\r\n");
      if (is_inside) continue;
      CAPTURE(offset);
      CHECK(offset_at(mixed, position_at(file, offset, encoding), encoding) == offset);
    }
  }
}

}  // namespace
}  // namespace corslint::lsp
