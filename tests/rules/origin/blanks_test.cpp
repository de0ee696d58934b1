#include "rules/origin/blanks.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using corslint::is_blank;
using corslint::is_invisible;
using corslint::OriginNote;
using corslint::OriginProblem;

namespace {

struct Range {
  std::string phrase;
  char32_t first;
  char32_t last;
};

const std::vector<Range> blanks{
    {"controls and space", 0x00, 0x20},
    {"next line", 0x85, 0x85},
    {"no-break space", 0xA0, 0xA0},
    {"ogham space", 0x1680, 0x1680},
    {"spaces of a width", 0x2000, 0x200A},
    {"line and paragraph separators", 0x2028, 0x2029},
    {"narrow no-break space", 0x202F, 0x202F},
    {"mathematical space", 0x205F, 0x205F},
    {"ideographic space", 0x3000, 0x3000},
};

const std::vector<Range> invisibles{
    {"soft hyphen", 0xAD, 0xAD},
    {"vowel separator", 0x180E, 0x180E},
    {"zero-width space, joiners and direction marks", 0x200B, 0x200F},
    {"direction embeddings", 0x202A, 0x202E},
    {"word joiner and invisible operators", 0x2060, 0x2064},
    {"direction isolates", 0x2066, 0x2069},
    {"byte order mark", 0xFEFF, 0xFEFF},
};

bool is_in(const std::vector<Range>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

TEST_CASE("blanks and invisible characters are those of the tables and no others") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_blank(c) != is_in(blanks, c)) FAIL_CHECK("blank " << static_cast<unsigned>(c));
    if (is_invisible(c) != is_in(invisibles, c))
      FAIL_CHECK("invisible " << static_cast<unsigned>(c));
  }
}

TEST_CASE("a joiner stays only between characters outside ASCII") {
  CHECK(corslint::without_blanks("\u0915\u200D\u0915").notes.empty());
  CHECK(corslint::without_blanks("a\u200Db").text == "ab");
  CHECK(corslint::without_blanks("\u0915\u200Db").text == "\u0915b");
  CHECK(corslint::without_blanks("a\u200D\u0915").text == "a\u0915");
}

TEST_CASE("neighbouring characters of one kind are dropped under one note") {
  const auto cleaned = corslint::without_blanks(" \t\uFEFF,;a\n\rb;  ");
  CHECK(cleaned.text == "ab");
  CHECK(cleaned.notes == std::vector<OriginNote>{{OriginProblem::whitespace, 0, 2},
                                                 {OriginProblem::invisible_character, 2, 3},
                                                 {OriginProblem::stray_separator, 5, 2},
                                                 {OriginProblem::whitespace, 8, 2},
                                                 {OriginProblem::stray_separator, 11, 1},
                                                 {OriginProblem::whitespace, 12, 2}});
  CHECK(cleaned.places == std::vector<std::size_t>{7, 10, 11});
}
