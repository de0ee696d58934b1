#include <catch2/catch.hpp>

#include "lint/read/utf8.h"
#include "tests/lint/read/format_slices.h"

namespace corslint {
namespace {

TEST_CASE("the first ill-formed byte of UTF-8 is found") {
  struct Row {
    const char* phrase;
    std::string text;
    std::optional<std::uint32_t> offset;
  };
  const std::vector<Row> rows{
      {"nothing", "", std::nullopt},
      {"every length", "a\x7Fé€😀", std::nullopt},
      {"the first and last of each length",
       "\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", std::nullopt},
      {"the code points around the surrogates", "\xED\x9F\xBF\xEE\x80\x80", std::nullopt},
      {"a continuation alone", "a\x80", 1},
      {"an overlong of two", "\xC0\xAF", 0},
      {"an overlong of two, C1", "\xC1\xBF", 0},
      {"an overlong of three", "ab\xE0\x9F\xBF", 2},
      {"an overlong of four", "\xF0\x8F\xBF\xBF", 0},
      {"a surrogate", "\xED\xA0\x80", 0},
      {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"no lead byte at all", "\xF5\x80\x80\x80", 0},
      {"cut short", "é\xE2\x82", 2},
      {"cut short by another", "\xE2\x82z", 0},
      {"Latin-1", "caf\xE9 x", 3},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(first_ill_formed_byte(row.text) == row.offset);
  }
}

TEST_CASE("a file that is no UTF-8 text is a syntax error in every format") {
  struct Row {
    const char* phrase;
    std::string text;
    Span span;
    const char* detail;
  };
  const std::vector<Row> rows{
      {"an ill-formed byte",
       "a\n\xE9",
       {2, 3},
       "the byte 0xE9 is not UTF-8 here; save the file as UTF-8"},
      {"a NUL byte",
       std::string("a = 1\n\0", 7),
       {6, 7},
       "the byte 0x00 (NUL) has no place in a text file"},
      {"the first of both",
       std::string("\0\xFF", 2),
       {0, 1},
       "the byte 0x00 (NUL) has no place in a text file"},
      {"UTF-16, little endian",
       std::string("\xFF\xFE{\0}\0", 6),
       {0, 2},
       "this file is UTF-16; save it as UTF-8"},
      {"UTF-16, big endian",
       std::string("\xFE\xFF\0{\0}", 6),
       {0, 2},
       "this file is UTF-16; save it as UTF-8"},
      {"UTF-16 without a mark",
       std::string("a\0 \0=\0 \0", 8),
       {0, 2},
       "this file is UTF-16; save it as UTF-8"},
  };
  for (const auto& row : rows) {
    for (const auto format : {Format::toml, Format::json, Format::env}) {
      INFO(row.phrase);
      const auto document = read_document(SourceFile("a", row.text), format);
      CHECK(document.format == format);
      REQUIRE(document.irregularities.size() == 1);
      CHECK(document.irregularities[0].kind == IrregularityKind::syntax_error);
      CHECK(document.irregularities[0].span == row.span);
      CHECK(document.irregularities[0].detail == row.detail);
    }
  }
}

TEST_CASE("the code point at an offset is named so that it can be read") {
  CHECK(shown_code_point("xé", 1) == "`é`");
  CHECK(shown_code_point("x", 1) == "the end of the file");
  CHECK(shown_code_point("\r\n", 0) == "the end of the line");
  CHECK(shown_code_point("\t", 0) == "a tab");
  CHECK(shown_code_point("`", 0) == "a backquote");
  CHECK(shown_code_point("\x1B", 0) == "U+001B");
  CHECK(code_point_span("aé", 2) == Span{1, 3});
  CHECK(code_point_span("aé", 9) == Span{1, 3});
  CHECK(code_point_span("", 0) == Span{0, 0});
}

}  // namespace
}  // namespace corslint
