#include "lint/report/paragraphs.h"

#include <catch2/catch.hpp>

namespace corslint {

TEST_CASE("a paragraph is broken between words, at the width and never beyond it") {
  CHECK(paragraph("one two three", 7) == "one two\nthree\n");
  CHECK(paragraph("one two three", 6) == "one\ntwo\nthree\n");
  CHECK(paragraph("one  two\nthree") == "one two three\n");
  CHECK(paragraph("a-word-that-is-too-long one", 4) == "a-word-that-is-too-long\none\n");
  CHECK(paragraph("bücher bücher", 13) == "bücher bücher\n");
}

TEST_CASE("each line of a paragraph begins with its margin, which takes columns") {
  CHECK(paragraph("one two three", 11, "    ") == "    one two\n    three\n");
}

TEST_CASE("a block of code is moved in, and its empty lines stay empty") {
  CHECK(code_block("a\n\n  b\n\n\n") == "    a\n\n      b\n");
  CHECK(code_block("").empty());
}

TEST_CASE("a sentence gets its full stop once") {
  CHECK(sentence("Write it") == "Write it.");
  CHECK(sentence("Never.") == "Never.");
  CHECK(sentence("Why?") == "Why?");
}

}  // namespace corslint
