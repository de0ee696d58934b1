#include "lint/read/source_file.h"

#include <catch2/catch.hpp>

namespace corslint {
namespace {

TEST_CASE("an offset has its line, and its column in code points") {
  struct Row {
    const char* phrase;
    std::string text;
    std::uint32_t offset;
    std::uint32_t line;
    std::uint32_t column;
  };
  const std::vector<Row> rows{
      {"an empty file", "", 0, 1, 1},
      {"past the end", "ab", 9, 1, 3},
      {"the first byte", "ab\ncd", 0, 1, 1},
      {"a line feed belongs to its line", "ab\ncd", 2, 1, 3},
      {"after a line feed", "ab\ncd", 3, 2, 1},
      {"after CR LF", "ab\r\ncd", 4, 2, 1},
      {"between CR and LF", "ab\r\ncd", 3, 1, 4},
      {"after a lone CR", "ab\rcd", 4, 2, 2},
      {"after two bytes of one character", "é=", 2, 1, 2},
      {"after four bytes of one character", "😀=", 4, 1, 2},
      {"a byte order mark is no column",
       "\xEF\xBB\xBF"
       "ab",
       4, 1, 2},
      {"the end after a last line feed", "a\n", 2, 2, 1},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const SourceFile file("a", row.text);
    const auto position = file.position(row.offset);
    CHECK(position.line == row.line);
    CHECK(position.column == row.column);
  }
}

TEST_CASE("a line is given without its end") {
  const SourceFile file("a", "one\r\ntwo\rthree\n\nfive");
  REQUIRE(file.line_count() == 5);
  CHECK(file.line(1) == "one");
  CHECK(file.line(2) == "two");
  CHECK(file.line(3) == "three");
  CHECK(file.line(4).empty());
  CHECK(file.line(5) == "five");
  CHECK(file.line_span(2) == Span{5, 8});
}

TEST_CASE("a line that is not there is empty") {
  const SourceFile file("a", "one");
  CHECK(file.line(0).empty());
  CHECK(file.line(2).empty());
  CHECK(SourceFile("a", "").line_count() == 1);
}

}  // namespace
}  // namespace corslint
