#include <catch2/catch.hpp>

#include "tests/lint/read/format_slices.h"

namespace corslint {
namespace {

TEST_CASE("a TOML syntax error says what is wrong in words, at the place") {
  struct Row {
    std::string text;
    std::string slice;
    std::string detail;
  };
  const std::vector<Row> rows{
      {"x", "x", "the file ends before a value"},
      {"x\n", "\n", "expected `=` after the key, found the end of the line"},
      {"x =\n", "\n", "expected a value after `=`, found the end of the line"},
      {"x = 1 y\n", "y", "only a comment may follow a value on its line; found `y`"},
      {"export A=1\n", "A", "expected `=` after the key, found `A`"},
      {"A: 1\n", ":", "expected `=` after the key, found `:`"},
      {"{\"a\":1}\n", "{", "expected a key or a `[table]`, found `{`"},
      {"é = 1\n", "é", "expected a key or a `[table]`, found `é`"},
      {"x = http://a.io\n", "http://a.io", "text is written in quotes"},
      {"x = [ a ]\n", "a", "text is written in quotes"},
      {"x = True\n", "True", "write `true`"},
      {"x = None\n", "None", "TOML has no null; leave the key out"},
      {"x = 007\n", "007", "a number has no leading zeros"},
      {"x = 1.\n", "1.", "this is not a number"},
      {"x = 99999999999999999999\n", "99999999999999999999",
       "this number does not fit into 64 bits"},
      {"x = \"é\ny = 1\n", "\"é", "this string is not closed on its line"},
      {"x = 'a", "'a", "this string is not closed"},
      {"x = \"\"\"a\n", R"(""")", "this string is not closed"},
      {"x = \"\\q\"\n", "q", "there is no such escape; a backslash itself is written `\\\\`"},
      {"x = [1 2]\n", "2", "expected `,` or `]` after this value, found `2`"},
      {"x = [\n\"a\"\n\"b\"]\n", "\"", "expected `,` or `]` after this value, found `\"`"},
      {"x = [,]\n", ",", "expected a value before this comma"},
      {"x = [1,\n", "\n", "the file ends before the `]` of this list"},
      {"x = {a=1,}\n", "}", "an inline table has no comma before its `}`"},
      {"[a\n", "\n", "expected `]` after the table's name, found the end of the line"},
      {"[]\n", "]", "a table needs a name between its brackets"},
      {"[a] x\n", "x", "only a comment may follow a table's name on its line; found `x`"},
      {"x = 1\n[x.b]\ny = 1\n", "x.b",
       "a part of this name already holds something that is not a table"},
      {"x = {}\n[x.b]\n", "x.b", "this adds to an inline table, which ends at its `}`"},
      {"x.y = 1\nx.y.z = 2\n", "y",
       "this key already holds something that is not open to more keys"},
      {"x = 1\r# y\n", "\r", "a carriage return stands without its line feed"},
      {"x =\xC2\xA0"
       "1\n",
       "\xC2\xA0",
       "only blanks and tabs may stand between the parts of a line, found U+00A0 (a no-break "
       "space)"},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    const SourceFile file("a.toml", row.text);
    const auto document = read_document(file, Format::toml);
    REQUIRE(document.irregularities.size() == 1);
    const auto& irregularity = document.irregularities.front();
    CHECK(irregularity.kind == IrregularityKind::syntax_error);
    CHECK(slice(file, irregularity.span) == row.slice);
    CHECK(irregularity.detail == row.detail);
    CHECK(document.root.members.empty());
  }
}

TEST_CASE("TOML is not read below the deepest level, whatever nests it") {
  const auto repeated = [](std::string_view part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
  };
  const std::vector<std::string> texts{
      "a" + repeated(".a", 100'000) + " = 1\n",
      "[a" + repeated(".a", 100'000) + "]\n",
      "[[a" + repeated(" . 'a'", 100'000) + "]]\n",
      "x = " + std::string(100'000, '['),
      "x = " + repeated("{ a.b.c = ", 1'000),
      "[a" + repeated(".a", 200) + "]\nb" + repeated(".b", 200) + " = 1\n",
  };
  for (const auto& text : texts) {
    INFO(text.substr(0, 40));
    const auto document = read_document(SourceFile("a.toml", text), Format::toml);
    REQUIRE(document.irregularities.size() == 1);
    CHECK(document.irregularities[0].detail == "nested more than 256 levels deep");
  }
}

TEST_CASE("dots and brackets in TOML strings and comments nest nothing") {
  const std::string many = std::string(1000, '.') + std::string(1000, '[');
  const std::string text = "a = \"" + many + "\" # " + many + "\nb = '" + many +
                           "'\nc = \"\"\"\n\\\"" + many + "\"\"\"\nd = '''" + many + "'''\n";
  CHECK(read_document(SourceFile("a.toml", text), Format::toml).irregularities.empty());
}

TEST_CASE("many TOML keys that stand twice end the reading with an error") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a = 1\n";
  const auto document = read_document(SourceFile("a.toml", text), Format::toml);
  CHECK_FALSE(is_readable(document));
}

}  // namespace
}  // namespace corslint
