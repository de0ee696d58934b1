#include <catch2/catch.hpp>

#include "tests/lint/read/format_slices.h"

namespace corslint {
namespace {

Document read(const SourceFile& file) {
  return read_document(file, Format::json);
}

TEST_CASE("every key and value of a JSON file has its exact place") {
  struct Row {
    const char* phrase;
    const char* text;
    std::vector<std::string> slices;
  };
  const std::vector<Row> rows{
      {"nothing in it", "{}", {}},
      {"one member", R"({"a":1})", {"\"a\"", "1"}},
      {"blanks everywhere",
       "{ \"a\" :\t[ 1 , -2.5e3 ] }",
       {"\"a\"", "[ 1 , -2.5e3 ]", "1", "-2.5e3"}},
      {"text beyond ASCII before a value",
       R"({"é😀":"ü","b":[true]})",
       {"\"é😀\"", "\"ü\"", "\"b\"", "[true]", "true"}},
      {"an escape in a key", R"({"a\"b":null})", {R"("a\"b")", "null"}},
      {"empty texts", R"({"":""})", {"\"\"", "\"\""}},
      {"a byte order mark", "\xEF\xBB\xBF[\"x\"]", {"\"x\""}},
      {"CR LF", "[\r\n  1,\r\n  2\r\n]\r\n", {"1", "2"}},
      {"comments", "// é\n[1, /* ] */ 2] // end", {"1", "2"}},
      {"trailing commas", R"({"a":[1,],})", {"\"a\"", "[1,]", "1"}},
      {"what looks like a comment in a string",
       R"(["http://a", "/* x */"])",
       {"\"http://a\"", "\"/* x */\""}},
      {"nested",
       R"([[],[{}],{"a":{"b":[]}}])",
       {"[]", "[{}]", "{}", R"({"a":{"b":[]}})", "\"a\"", R"({"b":[]})", "\"b\"", "[]"}},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const SourceFile file("a.json", row.text);
    const auto document = read(file);
    CHECK(document.irregularities.empty());
    CHECK(slices_of(file, document) == row.slices);
  }
}

TEST_CASE("a long line of JSON has exact places all along") {
  std::string text = "[";
  for (int i = 0; i < 2000; ++i) text += "\"é" + std::to_string(i) + "\",";
  text += "0]";
  const SourceFile file("a.json", text);
  const auto document = read(file);
  REQUIRE(document.root.items.size() == 2001);
  for (std::size_t i = 0; i < 2000; ++i)
    CHECK(slice(file, document.root.items[i].text.content) == "é" + std::to_string(i));
}

TEST_CASE("a JSON string is decoded, and its content lies within the quotes") {
  struct Row {
    const char* written;
    std::string value;
  };
  const std::vector<Row> rows{
      {R"("")", ""},
      {R"("a b")", "a b"},
      {R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t"},
      {R"("\u0041\u00e9\u20AC")", "Aé€"},
      {R"("\ud83d\ude00")", "😀"},
      {R"("\u0000x")", std::string("\0x", 2)},
      {"\"\xE2\x80\xA8\x7F\"", "\xE2\x80\xA8\x7F"},
      {R"("# no comment")", "# no comment"},
  };
  for (const auto& row : rows) {
    INFO(row.written);
    const SourceFile file("a.json", row.written);
    const auto document = read(file);
    CHECK(document.root.kind == ValueKind::string);
    CHECK(document.root.text.value == row.value);
    CHECK(document.root.text.quoting == Quoting::json);
    CHECK('"' + slice(file, document.root.text.content) + '"' == row.written);
  }
}

TEST_CASE("a JSON number is an integer where 64 bits hold it exactly as written") {
  struct Row {
    const char* written;
    ValueKind kind;
    std::int64_t integer;
  };
  const std::vector<Row> rows{
      {"0", ValueKind::integer, 0},
      {"-1", ValueKind::integer, -1},
      {"600", ValueKind::integer, 600},
      {"9223372036854775807", ValueKind::integer, 9223372036854775807},
      {"9223372036854775808", ValueKind::number, 0},
      {"1.0", ValueKind::number, 0},
      {"1e3", ValueKind::number, 0},
  };
  for (const auto& row : rows) {
    INFO(row.written);
    const auto document = read(SourceFile("a.json", row.written));
    CHECK(document.root.kind == row.kind);
    CHECK(document.root.integer == row.integer);
    CHECK(document.root.text.value == row.written);
  }
}

TEST_CASE("a JSON key that stands twice is kept twice and reported with its first place") {
  const SourceFile file("a.json", R"({"a":1,"b":{"c":1,"c":2},"\u0061":3})");
  const auto document = read(file);
  CHECK(is_readable(document));
  REQUIRE(document.root.members.size() == 3);
  CHECK(find_member(document.root, "a")->value.integer == 3);
  REQUIRE(document.irregularities.size() == 2);
  for (const auto& irregularity : document.irregularities) {
    CHECK(irregularity.kind == IrregularityKind::duplicate_key);
    REQUIRE(irregularity.related);
  }
  CHECK(document.irregularities[0].subject == "c");
  CHECK(document.irregularities[1].subject == "a");
  CHECK(slice(file, document.irregularities[1].span) == R"("\u0061")");
  CHECK(document.irregularities[1].related == Span{1, 4});
}

TEST_CASE("the same key in two tables is no duplicate") {
  const auto document = read(SourceFile("a.json", R"({"a":{"x":1},"b":{"x":1},"X":1,"x":2})"));
  CHECK(document.irregularities.empty());
}

}  // namespace
}  // namespace corslint
