#include <catch2/catch.hpp>

#include "tests/lint/read/format_slices.h"

namespace corslint {
namespace {

struct Row {
  std::string text;
  std::string slice;
  std::string detail;
};

void check_rows(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    INFO(row.text);
    const SourceFile file("a.json", row.text);
    const auto document = read_document(file, Format::json);
    REQUIRE(document.irregularities.size() == 1);
    const auto& irregularity = document.irregularities.front();
    CHECK(irregularity.kind == IrregularityKind::syntax_error);
    CHECK(slice(file, irregularity.span) == row.slice);
    CHECK(irregularity.detail == row.detail);
    CHECK(document.root.members.empty());
  }
}

TEST_CASE("JSON that ends early says which bracket is open") {
  check_rows({
      {"", "", "the file is empty; JSON needs a value"},
      {" \n", "\n", "the file is empty; JSON needs a value"},
      {"// x", "x", "the file ends before any value"},
      {"[", "[", "the file ends before the `]` for the `[` on line 1"},
      {"\n{\"a\":[1,\n2", "2", "the file ends before the `]` for the `[` on line 2"},
      {"{\"a\"", "\"", "the file ends before the `}` for the `{` on line 1"},
      {"[1,", ",", "the file ends before the `]` for the `[` on line 1"},
      {"{\"a\":", ":", "the file ends before the `}` for the `{` on line 1"},
      {"[\"a", "\"a", "this string is not closed"},
      {"/* x", "/*", "this comment is not closed with `*/`"},
  });
}

TEST_CASE("JSON with a bracket, comma or colon out of place says what was expected") {
  check_rows({
      {"]", "]", "expected a value, found `]`"},
      {"[1}", "}", "`}` does not close the `[` on line 1"},
      {"{\"a\":1]", "]", "`]` does not close the `{` on line 1"},
      {"[1 2]", "2", "expected `,` or `]` after this value, found `2`"},
      {R"(["a" "b"])", "\"", "expected `,` or `]` after this value, found `\"`"},
      {R"({"a":1 "b":2})", "\"", "expected `,` or `}` after this value, found `\"`"},
      {"{\"a\" 1}", "1", "expected `:` after the key, found `1`"},
      {"{\"a\"}", "}", "expected `:` after the key, found `}`"},
      {"{\"a\",1}", ",", "expected `:` after the key, found `,`"},
      {"{\"a\":}", "}", "expected a value, found `}`"},
      {"[,]", ",", "expected a value before this comma"},
      {"[1,,2]", ",", "expected a value before this comma"},
      {"[1,,]", ",", "expected a value before this comma"},
      {"{,}", ",", "expected a key before this comma"},
      {"{\"a\":1,,}", ",", "expected a key before this comma"},
      {"[1:2]", ":", "expected `,` or `]` after this value, found `:`"},
      {"1,", ",", "expected the end of the file after the value, found `,`"},
      {"[1] [2]", "[", "expected the end of the file after the value, found `[`"},
      {"{}}", "}", "expected the end of the file after the value, found `}`"},
      {"[\xC2\xA0"
       "1]",
       "\xC2\xA0"
       "1",
       "text is written in double quotes"},
      {"[1]\xEF\xBB\xBF", "\xEF\xBB\xBF",
       "expected the end of the file after the value, found U+FEFF"},
  });
}

TEST_CASE("a word that is no JSON value is reported whole") {
  check_rows({
      {"[a]", "a", "text is written in double quotes"},
      {"[https://a.io]", "https", "text is written in double quotes"},
      {"['a']", "'", "strings take double quotes"},
      {"[True]", "True", "write `true`"},
      {"[FALSE]", "FALSE", "write `false`"},
      {"[Null]", "Null", "write `null`"},
      {"[undefined]", "undefined", "JSON writes this as `null`"},
      {"[NaN]", "NaN", "JSON has no such number"},
      {"[Infinity]", "Infinity", "JSON has no such number"},
      {"[tru]", "tru", "text is written in double quotes"},
      {"[é]", "é", "text is written in double quotes"},
      {"{a:1}", "a", "keys are written in double quotes"},
      {"{1:2}", "1", "keys are written in double quotes"},
      {"{'a':1}", "'", "expected a key in double quotes, found `'`"},
      {"{[]:1}", "[", "expected a key in double quotes, found `[`"},
      {"[!!str \"a\"]", "!", "expected a value, found `!`"},
      {"[&a 1]", "&", "expected a value, found `&`"},
      {"[*a]", "*", "expected a value, found `*`"},
      {"%YAML 1.2", "%", "expected a value, found `%`"},
      {"---\n{}", "---", "a number begins with a digit, or `-` and a digit"},
      {"[# x\n1]", "#", "a comment in JSON begins with `//`, not `#`"},
      {"[/ x]", "/", "expected a value, found `/`"},
      {"[`a`]", "`", "expected a value, found a backquote"},
  });
}

TEST_CASE("a number that JSON does not know is reported whole") {
  check_rows({
      {"[01]", "01", "a number has no leading zeros"},
      {"[-01]", "-01", "a number has no leading zeros"},
      {"[-]", "-", "a number begins with a digit, or `-` and a digit"},
      {"[+1]", "+1", "a number begins with a digit, or `-` and a digit"},
      {"[.5]", ".5", "a number begins with a digit, or `-` and a digit"},
      {"[1.]", "1.", "a digit has to follow the decimal point"},
      {"[1e]", "1e", "a digit has to follow the exponent"},
      {"[1e+]", "1e+", "a digit has to follow the exponent"},
      {"[0x1F]", "0x1F", "this is not a number that JSON knows"},
      {"[1_000]", "1_000", "this is not a number that JSON knows"},
  });
}

TEST_CASE("a string that JSON does not admit says where and why") {
  check_rows({
      {"[\"a\nb\"]", "\"a", "this string is not closed on its line"},
      {"[\"a\tb\"]", "\t", "a tab in a string is written `\\t`"},
      {"[\"a\x01\"]", "\x01", "U+0001 in a string is written as an escape"},
      {R"(["\x41"])", "\\x", "there is no such escape; a backslash itself is written `\\\\`"},
      {R"(["C:\é"])", "\\é", "there is no such escape; a backslash itself is written `\\\\`"},
      {R"(["\u12"])", "\\u", "`\\u` needs four hexadecimal digits"},
      {R"(["\u12g4"])", "\\u", "`\\u` needs four hexadecimal digits"},
      {R"(["\ud83d"])", "\\ud83d",
       "this escape is one half of a surrogate pair; the other half is missing"},
      {R"(["\ude00\ud83d"])", "\\ude00",
       "this escape is one half of a surrogate pair; the other half is missing"},
      {R"(["\ud83d\u0041"])", "\\ud83d",
       "this escape is one half of a surrogate pair; the other half is missing"},
      {"[\"a\\", "\\", "nothing follows this backslash on its line"},
  });
}

TEST_CASE("JSON is read down to the deepest level and no further") {
  const std::string at_bound =
      std::string(deepest_nesting, '[') + std::string(deepest_nesting, ']');
  CHECK(read_document(SourceFile("a.json", at_bound), Format::json).irregularities.empty());
  const std::string brackets(1'000'000, '[');
  const auto document = read_document(SourceFile("a.json", brackets), Format::json);
  REQUIRE(document.irregularities.size() == 1);
  CHECK(document.irregularities[0].span == Span{deepest_nesting, deepest_nesting + 1});
  CHECK(document.irregularities[0].detail == "nested more than 256 levels deep");
}

}  // namespace
}  // namespace corslint
