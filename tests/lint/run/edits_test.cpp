#include "lint/run/edits.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {

TEST_CASE("edits replace their spans and leave every other byte") {
  struct Case {
    std::string_view what;
    std::vector<Edit> edits;
    std::string_view result;
  };
  const std::vector<Case> cases{
      {"none", {}, "0123456789"},
      {"the first byte", {{{0, 1}, "a"}}, "a123456789"},
      {"the last byte", {{{9, 10}, ""}}, "012345678"},
      {"an insertion at the end", {{{10, 10}, "ab"}}, "0123456789ab"},
      {"everything", {{{0, 10}, "x"}}, "x"},
      {"two out of order", {{{6, 8}, "bbb"}, {{1, 3}, ""}}, "0345bbb89"},
  };
  for (const auto& [what, edits, result] : cases) {
    INFO(what);
    CHECK(with_edits("0123456789", edits) == result);
  }
}

TEST_CASE("a span moves with the text around it") {
  struct Case {
    std::string_view what;
    Span span;
    std::vector<Edit> edits;
    Span result;
  };
  const std::vector<Case> cases{
      {"before an edit", {0, 2}, {{{4, 5}, "abc"}}, {0, 2}},
      {"behind a longer text", {6, 8}, {{{4, 5}, "abc"}}, {8, 10}},
      {"behind a removal", {6, 8}, {{{0, 4}, ""}}, {2, 4}},
      {"around an edit", {2, 8}, {{{4, 5}, "abc"}}, {2, 10}},
      {"the edit itself", {4, 5}, {{{4, 5}, "abc"}}, {4, 7}},
      {"inside of an edit", {5, 6}, {{{4, 8}, "a"}}, {4, 5}},
      {"removed with what is around it", {5, 6}, {{{4, 8}, ""}}, {4, 4}},
      {"behind two", {8, 9}, {{{6, 7}, ""}, {{0, 0}, "ab"}}, {9, 10}},
      {"an insertion at its beginning", {4, 6}, {{{4, 4}, "ab"}}, {6, 8}},
      {"an insertion at its end", {4, 6}, {{{6, 6}, "ab"}}, {4, 6}},
  };
  for (const auto& [what, span, edits, result] : cases) {
    INFO(what);
    CHECK(moved(span, edits).begin == result.begin);
    CHECK(moved(span, edits).end == result.end);
  }
}

TEST_CASE("spans that overlap or touch are not both taken") {
  TakenSpans taken;
  CHECK(taken.take({{{10, 20}, ""}}));
  CHECK_FALSE(taken.take({{{19, 25}, ""}}));
  CHECK_FALSE(taken.take({{{20, 25}, ""}}));
  CHECK_FALSE(taken.take({{{5, 10}, ""}}));
  CHECK_FALSE(taken.take({{{12, 13}, ""}}));
  CHECK_FALSE(taken.take({{{0, 40}, ""}}));
  CHECK_FALSE(taken.take({{{20, 20}, "a"}}));
  CHECK(taken.take({{{21, 25}, ""}}));
  CHECK(taken.take({{{0, 9}, ""}}));
}

TEST_CASE("of several spans all are taken or none") {
  TakenSpans taken;
  CHECK(taken.take({{{10, 20}, ""}}));
  CHECK_FALSE(taken.take({{{30, 40}, ""}, {{15, 16}, ""}}));
  CHECK(taken.take({{{30, 40}, ""}, {{50, 60}, ""}}));
  CHECK_FALSE(taken.take({{{70, 80}, ""}, {{75, 90}, ""}}));
  CHECK(taken.take({{{70, 80}, ""}}));
}

TEST_CASE("one replacement makes a text of another, with nothing in it that both have at an end") {
  struct Case {
    std::string before;
    std::string after;
    std::string replaced;
    std::string text;
  };
  const std::vector<Case> cases{
      {"", "", "", ""},
      {"abc", "abc", "", ""},
      {"abc", "aXc", "b", "X"},
      {"aa", "aaa", "", "a"},
      {"abab", "ab", "ab", ""},
      {"a\u00E4b", "a\u00E5b", "\u00E4", "\u00E5"},
      {"a\r\nb", "a\r\rb", "\r\n", "\r\r"},
      {"a\nb", "a\r\nb", "\n", "\r\n"},
  };
  for (const auto& [before, after, replaced, text] : cases) {
    CAPTURE(before, after);
    const auto edit = replacement(before, after);
    CHECK(before.substr(edit.span.begin, edit.span.end - edit.span.begin) == replaced);
    CHECK(edit.text == text);
    CHECK(with_edits(before, {edit}) == after);
  }
}

}  // namespace corslint
