#include "lint/lsp/documents.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "lint/read/source_file.h"

namespace corslint::lsp {
namespace {

TextChange at(TextPosition start, TextPosition end, std::string text) {
  return {TextChange::Range{start, end}, std::move(text)};
}

std::string changed(const std::string& text, const std::vector<TextChange>& changes) {
  return changed_text(text, changes, PositionEncoding::utf16).value_or("(too large)");
}

}  // namespace

TEST_CASE("changes follow one another") {
  CHECK(changed("abc\ndef\n", {at({0, 1}, {1, 1}, "X")}) == "aXef\n");
  CHECK(changed("abc", {at({0, 0}, {0, 0}, "1\n"), at({1, 0}, {1, 1}, "")}) == "1\nbc");
  CHECK(changed("\U0001F600b", {at({0, 2}, {0, 3}, "c")}) == "\U0001F600c");
  CHECK(changed("a\r\nb", {at({0, 1}, {1, 0}, "\n")}) == "a\nb");
  CHECK(changed("abc", {{{}, "whole"}, at({0, 5}, {0, 5}, "!")}) == "whole!");
}

TEST_CASE("changes at impossible places change the nearest possible one") {
  CHECK(changed("abc", {at({0, 2}, {0, 1}, "X")}) == "abXc");
  CHECK(changed("abc", {at({9, 9}, {9, 9}, "X")}) == "abcX");
  CHECK(changed("", {at({1, 1}, {0, 0}, "X")}) == "X");
}

TEST_CASE("a text that grows beyond any policy is given up") {
  const std::string large(largest_file, 'x');
  CHECK(changed(large, {at({0, 0}, {0, 0}, "X")}) == "(too large)");
  CHECK(changed("a", {{{}, large}}) == large);
}

TEST_CASE("random changes give what replacing in the text gives") {
  // The seed is fixed, so that a failure can be looked at again.
  std::mt19937 random(20240611);
  const std::vector<std::string> pieces{"a", "\n", "\r\n", "\U0001F600", "\u6F22", "e\u0301", ""};
  std::string text = "start\n";
  for (int i = 0; i < 2000; ++i) {
    const auto encoding = std::array{PositionEncoding::utf8, PositionEncoding::utf16,
                                     PositionEncoding::utf32}[random() % 3];
    const SourceFile file("a", text);
    const auto place = [&] {
      const auto offset = static_cast<std::uint32_t>(random() % (text.size() + 1));
      return offset_at(text, position_at(file, offset, encoding), encoding);
    };
    auto begin = place();
    auto end = place();
    if (begin > end) std::swap(begin, end);
    const auto& piece = pieces[random() % pieces.size()];
    const auto expected = text.substr(0, begin) + piece + text.substr(end);
    const auto actual = changed_text(
        text, {at(position_at(file, begin, encoding), position_at(file, end, encoding), piece)},
        encoding);
    REQUIRE(actual == expected);
    text = expected.size() < 200 ? expected : "again\r\n\U0001F600";
  }
}

}  // namespace corslint::lsp
