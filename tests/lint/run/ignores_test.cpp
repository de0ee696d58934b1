#include "lint/run/ignores.h"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace corslint {
namespace {

using Seen = std::vector<std::pair<std::string, std::uint32_t>>;

constexpr Rule named(std::string_view id) {
  Rule rule;
  rule.id = id;
  return rule;
}

constinit const Rule first = named("wildcard-origin");
constinit const Rule second = named("null-origin");

Seen seen(const std::string& text, Format format) {
  Seen result;
  for (const auto& ignore : inline_ignores(SourceFile("a", text), format))
    result.emplace_back(ignore.rule, ignore.line);
  return result;
}

struct Case {
  std::string what;
  Format format;
  std::string text;
  Seen ignores;
};

const std::vector<Case> cases{
    {"no comment", Format::toml, "a = 1", {}},
    {"a comment about something else", Format::toml, "# corslint is a linter", {}},
    {"on the line itself", Format::toml, "\na = 1 # corslint: ignore[x]", {{"x", 2}}},
    {"on a line of its own: the next",
     Format::toml,
     "# corslint: ignore[x] why\na = 1",
     {{"x", 2}}},
    {"several names",
     Format::toml,
     "a = 1 # corslint: ignore[x, y-z ,w]",
     {{"x", 1}, {"y-z", 1}, {"w", 1}}},
    {"comments above one another",
     Format::toml,
     "# corslint: ignore[x]\n# corslint: ignore[y]\na = 1",
     {{"x", 3}, {"y", 3}}},
    {"the comment above ends at a blank line",
     Format::toml,
     "# corslint: ignore[x]\n\na = 1",
     {{"x", 2}}},
    {"the whole file", Format::toml, "a = 1\n# corslint: file-ignore[x] why", {{"x", 0}}},
    {"no name: nothing is silenced", Format::toml, "a = 1 # corslint: ignore", {{"", 1}}},
    {"empty brackets", Format::toml, "a = 1 # corslint: ignore[]", {{"", 1}}},
    {"brackets that stay open", Format::toml, "a = 1 # corslint: ignore[x\n]", {{"", 1}}},
    {"another directive", Format::toml, "a = 1 # corslint: disable[x]", {}},
    {"beside another tool's comment",
     Format::toml,
     "a = 1 # noqa # corslint: ignore[x]",
     {{"x", 1}}},
    {"without blanks", Format::toml, "a = 1 #corslint:ignore[x]", {{"x", 1}}},
    {"within a string", Format::toml, "a = \"# corslint: ignore[x]\"", {}},
    {"in JSON behind a comma", Format::json, "{\"a\": 1, // corslint: ignore[x]\n}", {{"x", 1}}},
    {"a JSON block over lines",
     Format::json,
     "{\n/* corslint:\nignore[x] */\n\"a\": 1}",
     {{"x", 4}}},
    {"an env file", Format::env, "A=b # corslint: ignore[x]", {{"x", 1}}},
    {"behind a byte order mark",
     Format::toml,
     "\xEF\xBB\xBF# corslint: ignore[x]\na = 1",
     {{"x", 2}}},
    {"behind a byte order mark in an env file",
     Format::env,
     "\xEF\xBB\xBF# corslint: ignore[x]\nA=b",
     {{"x", 2}}},
};

Diagnostic diagnostic(const Rule& rule, std::uint32_t begin, std::uint32_t end) {
  Diagnostic made;
  made.rule = &rule;
  made.finding.span = {begin, end};
  return made;
}

}  // namespace

TEST_CASE("an inline ignore names its rules and its line") {
  for (const auto& [what, format, text, ignores] : cases) {
    INFO(what);
    CHECK(seen(text, format) == ignores);
  }
}

TEST_CASE("the span of an ignore is the name in the brackets") {
  const SourceFile file("a.toml", "a = 1 # corslint: ignore[ one,two ]");
  const auto ignores = inline_ignores(file, Format::toml);
  REQUIRE(ignores.size() == 2);
  CHECK(file.text().substr(ignores[0].span.begin, 3) == "one");
  CHECK(ignores[1].span.end - ignores[1].span.begin == 3);
}

TEST_CASE("an ignore silences its rule on its line and nothing else") {
  const SourceFile file("a.toml", "a = 1 # corslint: ignore[wildcard-origin]\nb = 2\n");
  auto ignores = inline_ignores(file, Format::toml);
  std::vector<Diagnostic> diagnostics{diagnostic(first, 0, 1), diagnostic(second, 0, 1),
                                      diagnostic(first, 42, 43)};
  CHECK(apply_ignores(file, ignores, diagnostics).size() == 1);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].rule == &second);
  CHECK(diagnostics[1].rule == &first);
  CHECK(ignores[0].used);
}

TEST_CASE("an ignore on any line of a finding silences it") {
  const SourceFile file("a.toml", "a = [\n1,\n] # corslint: ignore[null-origin]\n");
  auto ignores = inline_ignores(file, Format::toml);
  std::vector<Diagnostic> diagnostics{diagnostic(second, 4, 10)};
  CHECK(apply_ignores(file, ignores, diagnostics).size() == 1);
  CHECK(diagnostics.empty());
}

TEST_CASE("a finding that ends before the line of the ignore stays") {
  const SourceFile file("a.toml", "a = [\n1] # corslint: ignore[null-origin]\n");
  auto ignores = inline_ignores(file, Format::toml);
  std::vector<Diagnostic> diagnostics{diagnostic(second, 0, 6)};
  CHECK(apply_ignores(file, ignores, diagnostics).size() == 0);
  CHECK(diagnostics.size() == 1);
  CHECK_FALSE(ignores[0].used);
}

TEST_CASE("a file ignore silences its rule everywhere") {
  const SourceFile file("a.toml", "a = 1\nb = 2\n# corslint: file-ignore[null-origin]");
  auto ignores = inline_ignores(file, Format::toml);
  std::vector<Diagnostic> diagnostics{diagnostic(second, 0, 1), diagnostic(second, 6, 7),
                                      diagnostic(first, 6, 7)};
  CHECK(apply_ignores(file, ignores, diagnostics).size() == 2);
  CHECK(diagnostics.size() == 1);
}

}  // namespace corslint
