#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/lint/read/env_list_reading.h"

using namespace corslint;

namespace {

using Texts = std::vector<std::string>;

struct Row {
  std::string phrase;
  std::string written;
  EnvItems items;
  ListForm form;
  Texts values;
  std::string oddity;
  std::string corrected;
};

constexpr auto origins = EnvItems::origins;
constexpr auto names = EnvItems::names;
constexpr auto separated = ListForm::separated;
constexpr auto json = ListForm::json_text;

const std::vector<Row> rows{
    {"nothing", "", origins, separated, {}, "", ""},
    {"empty quotes", "\"\"", origins, separated, {}, "", ""},
    {"one origin", "https://a", origins, ListForm::single, {"https://a"}, "", ""},
    {"a wildcard", "*", origins, ListForm::single, {"*"}, "", ""},
    {"a quoted origin", "\"https://a\"", origins, ListForm::single, {"https://a"}, "", ""},
    {"two origins", "https://a,https://b", origins, separated, {"https://a", "https://b"}, "", ""},
    {"two in quotes",
     "'https://a,https://b'",
     origins,
     separated,
     {"https://a", "https://b"},
     "",
     ""},
    {"a blank behind a comma",
     "https://a, https://b",
     origins,
     separated,
     {"https://a", "https://b"},
     "blank_after_comma",
     "https://a,https://b"},
    {"a blank before a comma",
     "https://a ,https://b",
     origins,
     separated,
     {"https://a", "https://b"},
     "blank_after_comma",
     "https://a,https://b"},
    {"lines in quotes",
     "\"https://a,\nhttps://b\"",
     origins,
     separated,
     {"https://a", "https://b"},
     "blank_after_comma",
     "https://a,https://b"},
    {"blanks within the quotes",
     "\" https://a \"",
     origins,
     ListForm::single,
     {"https://a"},
     "outer_blanks",
     "https://a"},
    {"semicolons",
     "https://a;https://b",
     origins,
     separated,
     {"https://a", "https://b"},
     "semicolons",
     "https://a,https://b"},
    {"blanks",
     "https://a https://b",
     origins,
     separated,
     {"https://a", "https://b"},
     "spaces",
     "https://a,https://b"},
    {"blanks and commas",
     "https://a https://b,https://c",
     origins,
     separated,
     {"https://a", "https://b", "https://c"},
     "spaces",
     "https://a,https://b,https://c"},
    {"prose is one entry", "my front end", origins, ListForm::single, {"my front end"}, "", ""},
    {"an empty item",
     "https://a,,https://b",
     origins,
     separated,
     {"https://a", "", "https://b"},
     "",
     ""},
    {"a comma at the end",
     "https://a,https://b,",
     origins,
     separated,
     {"https://a", "https://b"},
     "empty_item",
     "https://a,https://b"},
    {"one origin and a comma",
     "https://a,",
     origins,
     separated,
     {"https://a"},
     "empty_item",
     "https://a"},
    {"a comma at the start", ",https://a", origins, separated, {"", "https://a"}, "", ""},
    {"quotes within quotes",
     "\"'https://a','https://b'\"",
     origins,
     separated,
     {"https://a", "https://b"},
     "nested_quotes",
     "https://a,https://b"},
    {"quotes around each",
     "\"https://a\",\"https://b\"",
     origins,
     separated,
     {"https://a", "https://b"},
     "nested_quotes",
     "https://a,https://b"},
    {"quotes around all within quotes",
     "\"'https://a,https://b'\"",
     origins,
     separated,
     {"https://a", "https://b"},
     "nested_quotes",
     "https://a,https://b"},
    {"methods between commas", "GET,POST", names, separated, {"GET", "POST"}, "", ""},
    {"methods between blanks", "GET POST", names, separated, {"GET", "POST"}, "spaces", "GET,POST"},

    {"a JSON list",
     "[\"https://a\",\"https://b\"]",
     origins,
     json,
     {"https://a", "https://b"},
     "",
     ""},
    {"a JSON list with blanks",
     "[ \"https://a\" , \"https://b\" ]",
     origins,
     json,
     {"https://a", "https://b"},
     "",
     ""},
    {"an empty JSON list", "[]", origins, json, {}, "", ""},
    {"a JSON list over lines",
     "'[\n  \"https://a\",\n  \"https://b\"\n]'",
     origins,
     json,
     {"https://a", "https://b"},
     "",
     ""},
    {"an escaped JSON list", "\"[\\\"https://a\\\"]\"", origins, json, {"https://a"}, "", ""},
    {"escapes in JSON",
     "[\"https:\\/\\/\\u0061\\u00e9\\ud83d\\ude00\"]",
     origins,
     json,
     {"https://a\xC3\xA9\xF0\x9F\x98\x80"},
     "",
     ""},
    {"single quotes in brackets",
     "['https://a','https://b']",
     origins,
     json,
     {"https://a", "https://b"},
     "single_quoted_json",
     "[\"https://a\",\"https://b\"]"},
    {"single quotes in brackets in double quotes",
     "\"['https://a']\"",
     origins,
     json,
     {"https://a"},
     "single_quoted_json",
     "'[\"https://a\"]'"},
    {"no quotes in brackets",
     "[https://a, https://b]",
     origins,
     json,
     {"https://a", "https://b"},
     "unquoted_json",
     "[\"https://a\",\"https://b\"]"},
    {"a comma before the bracket",
     "[\"https://a\",]",
     origins,
     json,
     {"https://a"},
     "broken_json",
     "[\"https://a\"]"},
    {"no closing bracket",
     "[\"https://a\"",
     origins,
     json,
     {"https://a"},
     "broken_json",
     "[\"https://a\"]"},
    {"no comma in brackets",
     "[\"https://a\" \"https://b\"]",
     origins,
     json,
     {"https://a", "https://b"},
     "broken_json",
     "[\"https://a\",\"https://b\"]"},
    {"a list in brackets that says something else",
     "[{\"a\": 1}]",
     origins,
     json,
     {"{\"a\": 1}"},
     "unquoted_json",
     ""},
    {"double quotes around a JSON list",
     "\"[\"https://a\",\"https://b\"]\"",
     origins,
     json,
     {"https://a", "https://b"},
     "nested_quotes",
     "[\"https://a\",\"https://b\"]"},

    {"a pattern with a quantifier",
     "^https://[a-z]{1,3}\\.a\\.io$",
     EnvItems::pattern,
     ListForm::single,
     {"^https://[a-z]{1,3}\\.a\\.io$"},
     "",
     ""},
    {"a pattern that starts with a class",
     "[a-z]+,b",
     EnvItems::pattern,
     ListForm::single,
     {"[a-z]+,b"},
     "",
     ""},
    {"a pattern with a blank", "^a b$", EnvItems::pattern, ListForm::single, {"^a b$"}, "", ""},
    {"several patterns",
     "^a{1,3}$,^(b,c)$,^[,]\\,$",
     EnvItems::patterns,
     separated,
     {"^a{1,3}$", "^(b,c)$", "^[,]\\,$"},
     "",
     ""},
    {"patterns in JSON",
     "[\"^a$\",\"^b\\\\.c$\"]",
     EnvItems::patterns,
     json,
     {"^a$", "^b\\.c$"},
     "",
     ""},
};

}  // namespace

TEST_CASE("a list in an env value is taken apart as it was meant") {
  for (const auto& row : rows) {
    INFO(row.phrase << ": " << row.written);
    const EnvListReading reading(row.written);
    const auto list = reading.list(row.items);
    CHECK(list.form == row.form);
    CHECK(values_of(list) == row.values);
    CHECK(list.oddity == row.oddity);
    CHECK(list.corrected == row.corrected);
  }
}

TEST_CASE("what corrects a list removes its oddity and keeps its entries") {
  for (const auto& row : rows) {
    if (row.corrected.empty()) continue;
    INFO(row.phrase << ": " << row.written);
    const EnvListReading reading(row.written);
    const auto list = reading.list(row.items);
    auto text = reading.text;
    text.replace(list.place.begin, list.place.end - list.place.begin, list.corrected);
    const auto start = text.find("NAME=") + 5;
    const EnvListReading again(text.substr(start, text.size() - start - 1));
    CHECK(again.list(row.items).oddity.empty());
    CHECK(values_of(again.list(row.items)) == values_of(list));
  }
}

TEST_CASE("entries stand where they are written") {
  for (const auto& row : rows) {
    INFO(row.phrase << ": " << row.written);
    const EnvListReading reading(row.written);
    for (const auto& entry : reading.list(row.items).entries) {
      CHECK(contains(entry.span, entry.content));
      if (entry.value.find_first_of("\\\xC3") != std::string::npos) continue;
      if (is_verbatim(entry)) CHECK(reading.slice(entry.content) == entry.value);
    }
  }
  const EnvListReading quoted("\"[\\\"https://a\\\", \\\"https://b\\\"]\"");
  const auto list = quoted.list(origins);
  REQUIRE(list.entries.size() == 2);
  CHECK(quoted.slice(list.entries[1].span) == "\\\"https://b\\\"");
  CHECK(quoted.slice(list.entries[1].content) == "https://b");
}
