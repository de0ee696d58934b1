#include <catch2/catch.hpp>

#include "tests/lint/read/format_slices.h"

namespace corslint {
namespace {

Document read(const SourceFile& file) {
  return read_document(file, Format::toml);
}

TEST_CASE("every key and value of a TOML file has its exact place, in the order of the file") {
  struct Row {
    const char* phrase;
    const char* text;
    std::vector<std::string> slices;
  };
  const std::vector<Row> rows{
      {"nothing in it", "", {}},
      {"scalars", "a = 1\nb=-2.5 # c\nc = true", {"a", "1", "b", "-2.5", "c", "true"}},
      {"keys against the alphabet", "z = 1\na = 2\n", {"z", "1", "a", "2"}},
      {"a date", "d = 1979-05-27 07:32:00Z\n", {"d", "1979-05-27 07:32:00Z"}},
      {"text beyond ASCII before a value",
       "\"é😀\" = [\"ü\", 1] # é\nb = { \"ß\" = 'x', y = 2 }\n",
       {"\"é😀\"", "[\"ü\", 1]", "\"ü\"", "1", "b", "{ \"ß\" = 'x', y = 2 }", "\"ß\"", "'x'", "y",
        "2"}},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a = 1\n",
       {"a", "1"}},
      {"CR LF",
       "a = [\r\n  1,\r\n  2,\r\n]\r\nb = 3\r\n",
       {"a", "[\r\n  1,\r\n  2,\r\n]", "1", "2", "b", "3"}},
      {"a list with comments",
       "a = [ # x\n  'é', # ]\n  [2],\n]",
       {"a", "[ # x\n  'é', # ]\n  [2],\n]", "'é'", "[2]", "2"}},
      {"dotted keys", "a . \"b.c\" = 1\na.d = 2\n", {"a", "a", "\"b.c\"", "1", "d", "2"}},
      {"tables", "[b.a]\nx = 1\n[ a ]\n", {"b", "[b.a]", "a", "[b.a]", "x", "1", "a", "[ a ]"}},
      {"lists of tables",
       "[[r]]\nx = 1\n[[r]]\nx = 2\n",
       {"r", "[[r]]", "[[r]]", "x", "1", "[[r]]", "x", "2"}},
      {"texts over lines",
       "a = \"\"\"\nx\ny\"\"\"\nb = '''z'''\n",
       {"a", "\"\"\"\nx\ny\"\"\"", "b", "'''z'''"}},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const SourceFile file("a.toml", row.text);
    const auto document = read(file);
    CHECK(document.irregularities.empty());
    CHECK(slices_of(file, document) == row.slices);
  }
}

TEST_CASE("a long line of TOML has exact places all along") {
  std::string text = "a = [";
  for (int i = 0; i < 2000; ++i) text += "\"é😀" + std::to_string(i) + "\",";
  const SourceFile file("a.toml", text + "]");
  const auto document = read(file);
  const auto& list = value_at(document, {"a"});
  REQUIRE(list.items.size() == 2000);
  for (std::size_t i = 0; i < 2000; ++i)
    CHECK(slice(file, list.items[i].text.content) == "é😀" + std::to_string(i));
}

TEST_CASE("a TOML string knows its quoting and what lies within its quotes") {
  struct Row {
    const char* written;
    const char* value;
    const char* content;
    Quoting quoting;
  };
  const std::vector<Row> rows{
      {R"("")", "", "", Quoting::toml_basic},
      {"''", "", "", Quoting::toml_literal},
      {R"("a\tb")", "a\tb", R"(a\tb)", Quoting::toml_basic},
      {R"("\u00e9\U0001F600")", "é😀", R"(\u00e9\U0001F600)", Quoting::toml_basic},
      {R"('a\tb')", R"(a\tb)", R"(a\tb)", Quoting::toml_literal},
      {R"("""a""")", "a", "a", Quoting::toml_basic},
      {R"("""""")", "", "", Quoting::toml_basic},
      {"\"\"\"\na\"b\"\"\"", "a\"b", "a\"b", Quoting::toml_basic},
      {"'''\r\na'''", "a", "a", Quoting::toml_literal},
      {"\"\"\"a\\\n  é\"\"\"", "aé", "a\\\n  é", Quoting::toml_basic},
  };
  for (const auto& row : rows) {
    INFO(row.written);
    const SourceFile file("a.toml", std::string("key = ") + row.written + "\n");
    const auto document = read(file);
    const auto& text = value_at(document, {"key"}).text;
    CHECK(text.value == row.value);
    CHECK(slice(file, text.span) == row.written);
    CHECK(slice(file, text.content) == row.content);
    CHECK(text.quoting == row.quoting);
  }
}

TEST_CASE("TOML values have their kinds") {
  const SourceFile file("a.toml",
                        "i = 0xFF\nf = 1e3\nb = false\ns = ''\nl = []\nt = {}\nd = 07:32:00\n");
  const auto document = read(file);
  CHECK(value_at(document, {"i"}).kind == ValueKind::integer);
  CHECK(value_at(document, {"i"}).integer == 255);
  CHECK(value_at(document, {"i"}).text.value == "0xFF");
  CHECK(value_at(document, {"f"}).kind == ValueKind::number);
  CHECK(value_at(document, {"b"}).kind == ValueKind::boolean);
  CHECK(value_at(document, {"s"}).kind == ValueKind::string);
  CHECK(value_at(document, {"l"}).kind == ValueKind::list);
  CHECK(value_at(document, {"t"}).kind == ValueKind::table);
  CHECK(value_at(document, {"d"}).kind == ValueKind::other);
}

TEST_CASE("a TOML key that stands twice is reported, and the rest of the file is read") {
  struct Row {
    const char* phrase;
    const char* text;
    const char* subject;
    Span second;
    Span first;
  };
  const std::vector<Row> rows{
      {"a key", "a = 1\na = [2]\nrest = 1\n", "a", {6, 7}, {0, 1}},
      {"in two quotings", "\"é\" = 1\n'é'=2\nrest = 1\n", "é", {9, 13}, {0, 4}},
      {"in an inline table", "rest = { a = 1, a = 2 }\n", "a", {16, 17}, {9, 10}},
      {"a dotted key", "x.a = 1\nx.a = 2\nrest = 1", "a", {10, 11}, {2, 3}},
      {"a table", "[a]\n[rest]\n[a]\nx = 1\n", "a", {12, 13}, {1, 2}},
      {"a table over a value", "a = 1\n[rest]\n[a]\n", "a", {14, 15}, {0, 1}},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto document = read(SourceFile("a.toml", row.text));
    CHECK(is_readable(document));
    CHECK(find_member(document.root, "rest") != nullptr);
    REQUIRE(document.irregularities.size() == 1);
    const auto& irregularity = document.irregularities.front();
    CHECK(irregularity.kind == IrregularityKind::duplicate_key);
    CHECK(irregularity.subject == row.subject);
    CHECK(irregularity.span == row.second);
    CHECK(irregularity.related == row.first);
  }
}

TEST_CASE("several TOML keys that stand twice are all reported") {
  const auto document = read(SourceFile("a.toml", "a=1\na=2\na=3\n[t]\nb=1\nb=2\n"));
  CHECK(document.root.members.size() == 4);
  CHECK(document.irregularities.size() == 3);
}

}  // namespace
}  // namespace corslint
