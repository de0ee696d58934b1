#include <catch2/catch.hpp>

#include "tests/lint/read/format_slices.h"

namespace corslint {
namespace {

std::string without(const SourceFile& file, Span span) {
  std::string text(file.text());
  return text.erase(span.begin, span.end - span.begin);
}

TEST_CASE("an entry is taken out of its list with one comma") {
  struct Row {
    const char* phrase;
    Format format;
    const char* text;
    std::size_t index;
    const char* left;
  };
  const std::vector<Row> rows{
      {"the only one", Format::json, R"(["a"])", 0, "[]"},
      {"the first", Format::json, R"(["a", "b"])", 0, R"(["b"])"},
      {"one in the middle", Format::json, R"(["a", "b", "c"])", 1, R"(["a", "c"])"},
      {"the last", Format::json, R"(["a", "b"])", 1, R"(["a"])"},
      {"the last, after a line end", Format::json, "[\n  \"a\",\n  \"b\"\n]", 1, "[\n  \"a\"\n]"},
      {"a line of its own goes whole", Format::json, "[\n  \"a\",\n  \"b\"\n]", 0, "[\n  \"b\"\n]"},
      {"with CR LF too", Format::json, "[\r\n  1,\r\n  2\r\n]", 0, "[\r\n  2\r\n]"},
      {"a blank before the comma", Format::json, "[1 , 2]", 0, "[2]"},
      {"a trailing comma", Format::toml, "x = [1, 2,]", 1, "x = [1, ]"},
      {"a trailing comma on its line", Format::toml, "x = [\n  1,\n  2,\n]", 1, "x = [\n  1,\n]"},
      {"the comment behind it stays", Format::toml, "x = [\n  1, # one\n  2,\n]", 0,
       "x = [\n  # one\n  2,\n]"},
      {"a list in it", Format::toml, "x = [[1, 2], 3]", 0, "x = [3]"},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const SourceFile file("a", row.text);
    const auto document = read_document(file, row.format);
    const Value& list =
        row.format == Format::json ? document.root : find_member(document.root, "x")->value;
    const auto removal = list.items.at(row.index).text.removal;
    REQUIRE(removal);
    CHECK(without(file, *removal) == row.left);
    CHECK(is_readable(read_document(SourceFile("a", row.left), row.format)));
  }
}

TEST_CASE("an entry cannot be taken out where a comment stands between it and its comma") {
  struct Row {
    const char* phrase;
    Format format;
    const char* text;
    std::size_t index;
  };
  const std::vector<Row> rows{
      {"before its own comma", Format::json, "[1 /* x */, 2]", 0},
      {"on the line before its comma", Format::toml, "x = [1 # one\n, 2]", 0},
      {"the last one, behind it", Format::toml, "x = [1, 2 # two\n]", 1},
      {"the last one, before it", Format::json, "[1, // one\n 2]", 1},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto document = read_document(SourceFile("a", row.text), row.format);
    REQUIRE(is_readable(document));
    const Value& list =
        row.format == Format::json ? document.root : find_member(document.root, "x")->value;
    CHECK_FALSE(list.items.at(row.index).text.removal);
  }
}

TEST_CASE("a TOML list of tables has no entries to take out") {
  const auto document = read_document(SourceFile("a", "[[x]]\na = 1\n[[x]]\n"), Format::toml);
  for (const auto& item : find_member(document.root, "x")->value.items)
    CHECK_FALSE(item.text.removal);
}

}  // namespace
}  // namespace corslint
