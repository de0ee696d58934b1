#include "lint/read/env_expansion.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "lint/read/reader.h"

using namespace corslint;

namespace {

struct Row {
  std::string written;
  Quoting quoting;
  std::string value;
  Resolution resolution;
};

std::optional<Expansion> looked_up(std::string_view name) {
  static const std::map<std::string, Expansion, std::less<>> variables{
      {"A", {"a", Resolution::literal}},
      {"EMPTY", {"", Resolution::literal}},
      {"OPEN", {"${X}!", Resolution::unresolved}},
  };
  const auto found = variables.find(name);
  if (found == variables.end()) return std::nullopt;
  return found->second;
}

std::string value_in(const Document& document, std::string_view name) {
  return find_member(document.root, name)->value.text.value;
}

Resolution resolution_in(const Document& document, std::string_view name) {
  return find_member(document.root, name)->value.text.resolution;
}

}  // namespace

TEST_CASE("references are replaced by what their variable holds") {
  const auto literal = Resolution::literal;
  const auto known = Resolution::expanded;
  const auto open = Resolution::unresolved;
  const std::vector<Row> rows{
      {"", Quoting::bare, "", literal},
      {"x", Quoting::bare, "x", literal},
      {"$A", Quoting::bare, "a", known},
      {"${A}${A}", Quoting::bare, "aa", known},
      {"$A.b", Quoting::bare, "a.b", known},
      {"$AB", Quoting::bare, "$AB", open},
      {"$", Quoting::bare, "$", literal},
      {"$1", Quoting::bare, "$1", literal},
      {"a$|b$", Quoting::bare, "a$|b$", literal},
      {"${A}", Quoting::env_single, "${A}", literal},
      {"${A}", Quoting::env_double, "a", known},
      {"\\${A}", Quoting::env_double, "${A}", literal},
      {"\\${A}", Quoting::bare, "${A}", literal},
      {"\\$", Quoting::bare, "\\$", literal},
      {"${X}", Quoting::bare, "${X}", open},
      {"${A}${X}", Quoting::bare, "a${X}", open},
      {"${OPEN}", Quoting::bare, "${X}!", open},
      {"${X:-d}", Quoting::bare, "d", known},
      {"${X-d}", Quoting::bare, "d", known},
      {"${X:=d}", Quoting::bare, "d", known},
      {"${X:-}", Quoting::bare, "", known},
      {"${A:-d}", Quoting::bare, "a", known},
      {"${EMPTY:-d}", Quoting::bare, "d", known},
      {"${EMPTY-d}", Quoting::bare, "", known},
      {"${A:+d}", Quoting::bare, "d", known},
      {"${EMPTY:+d}", Quoting::bare, "", known},
      {"${X+d}", Quoting::bare, "", known},
      {"${A:?needed}", Quoting::bare, "a", known},
      {"${X:?needed}", Quoting::bare, "${X:?needed}", open},
      {"${X:-${Y:-${A}}}", Quoting::bare, "a", known},
      {"${X:-${Y}}", Quoting::bare, "${Y}", open},
      {"${X:-https://a,https://b}", Quoting::bare, "https://a,https://b", known},
      {"${not a name}", Quoting::bare, "${not a name}", open},
      {"${}", Quoting::bare, "${}", open},
      {"${A", Quoting::bare, "${A", open},
      {"${{ secrets.X }}", Quoting::bare, "${{ secrets.X }}", open},
  };
  for (const auto& row : rows) {
    INFO(row.written);
    const auto expansion = expanded(row.written, row.quoting, looked_up);
    CHECK(expansion.value == row.value);
    CHECK(expansion.resolution == row.resolution);
  }
}

TEST_CASE("a reference ends at its closing brace or at the end of its name") {
  CHECK(end_of_reference("$A-b", 0) == 2);
  CHECK(end_of_reference("x${A}y", 1) == 5);
  CHECK(end_of_reference("${A:-${B}}y", 0) == 10);
  CHECK(end_of_reference("${A", 0) == 3);
  CHECK(end_of_reference("$$", 0) == 0);
  CHECK(end_of_reference("A", 0) == 0);
  CHECK(end_of_reference("", 0) == 0);
}

TEST_CASE("variables that lead back to themselves stay unresolved") {
  const auto document = read_env(SourceFile(".env", "A=$B\nB=$C\nC=$A\nD=$D\nE=${E:-x}\n"));
  for (const std::string_view name : {"A", "B", "C", "D"})
    CHECK(resolution_in(document, name) == Resolution::unresolved);
  CHECK(value_in(document, "D") == "$D");
  CHECK(value_in(document, "E") == "x");
}

TEST_CASE("values do not grow without measure") {
  std::string text = "V0=0123456789\n";
  for (int i = 1; i < 60; ++i) {
    const auto previous = "${V" + std::to_string(i - 1) + "}";
    text += "V" + std::to_string(i) + "=" + previous + previous + "\n";
  }
  const auto document = read_env(SourceFile(".env", text));
  CHECK(value_in(document, "V3").size() == 80);
  CHECK(resolution_in(document, "V59") == Resolution::unresolved);
  for (const auto& member : document.root.members)
    CHECK(member.value.text.value.size() <= longest_expansion);
}

TEST_CASE("a long chain of later definitions is followed to a bound") {
  const auto chain = [](int length) {
    std::string text;
    for (int i = 0; i < length; ++i)
      text += "V" + std::to_string(i) + "=$V" + std::to_string(i + 1) + "\n";
    return text + "V" + std::to_string(length) + "=end\n";
  };
  CHECK(value_in(read_env(SourceFile(".env", chain(20))), "V0") == "end");
  const auto deep = read_env(SourceFile(".env", chain(100000)));
  CHECK(resolution_in(deep, "V0") == Resolution::unresolved);
  CHECK(value_in(deep, "V99999") == "end");
}

TEST_CASE("deeply nested defaults are followed to a bound") {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "${X:-";
    return text + "d" + std::string(static_cast<std::size_t>(depth), '}');
  };
  CHECK(expanded(nested(10), Quoting::bare, looked_up).value == "d");
  CHECK(expanded(nested(100000), Quoting::bare, looked_up).resolution == Resolution::unresolved);
}
