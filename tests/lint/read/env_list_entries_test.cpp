#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/lint/read/env_list_reading.h"

using namespace corslint;

TEST_CASE("deleting an entry leaves the others as they were") {
  const std::vector<std::string> lists{
      "https://a,https://b,https://c",
      "https://a, https://b , https://c",
      "\" https://a,https://b,https://c, \"",
      "https://a;https://b;https://c",
      "https://a https://b https://c",
      "[\"https://a\",\"https://b\",\"https://c\"]",
      "'[ \"https://a\",\n \"https://b\",\n \"https://c\"\n]'",
      "\"[\\\"https://a\\\", \\\"https://b\\\", \\\"https://c\\\"]\"",
      "\"'https://a','https://b','https://c'\"",
  };
  for (const auto& written : lists) {
    const EnvListReading reading(written);
    const auto list = reading.list(EnvItems::origins);
    REQUIRE(list.entries.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      INFO(written << " without entry " << i);
      REQUIRE(list.entries[i].removal);
      const Span removal = *list.entries[i].removal;
      auto text = reading.text;
      text.erase(removal.begin, removal.end - removal.begin);
      const auto start = text.find("NAME=") + 5;
      const EnvListReading again(text.substr(start, text.size() - start - 1));
      auto expected = values_of(list);
      expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(i));
      CHECK(values_of(again.list(EnvItems::origins)) == expected);
    }
  }
}

TEST_CASE("only the entries with a variable are expanded") {
  struct Expanded {
    std::string phrase;
    std::string written;
    std::vector<std::string> values;
    std::vector<Resolution> resolutions;
  };
  const auto literal = Resolution::literal;
  const auto known = Resolution::expanded;
  const auto open = Resolution::unresolved;
  const std::vector<Expanded> expansions{
      {"beside a literal",
       "${PAGE},https://b",
       {"https://home.acme.io", "https://b"},
       {known, literal}},
      {"within an entry",
       "${PAGE}:8080,https://b",
       {"https://home.acme.io:8080", "https://b"},
       {known, literal}},
      {"an unknown one", "${NOWHERE},https://b", {"${NOWHERE}", "https://b"}, {open, literal}},
      {"a default with a comma",
       "${NOWHERE:-https://x,https://y},https://b",
       {"https://x", "https://y", "https://b"},
       {known, known, literal}},
      {"one that holds a list", "$PAIR", {"https://x", "https://y"}, {known, known}},
      {"one that holds JSON", "$JSON", {"https://j"}, {known}},
      {"in a JSON list",
       "[\"${PAGE}\",\"https://b\"]",
       {"https://home.acme.io", "https://b"},
       {known, literal}},
      {"in brackets without quotes", "[${NOWHERE}]", {"${NOWHERE}"}, {open}},
      {"none in single quotes", "'${PAGE}'", {"${PAGE}"}, {literal}},
  };
  for (const auto& row : expansions) {
    INFO(row.phrase);
    const EnvListReading reading(row.written);
    const auto list = reading.list(EnvItems::origins);
    CHECK(values_of(list) == row.values);
    REQUIRE(list.entries.size() == row.resolutions.size());
    for (std::size_t i = 0; i < list.entries.size(); ++i)
      CHECK(list.entries[i].resolution == row.resolutions[i]);
    CHECK(list.oddity.empty());
  }
}
