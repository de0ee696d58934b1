#include "rules/fetch/header_list.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {
namespace {

using Outcome = ExtractedValues::Outcome;

TEST_CASE("the values of one name are joined, whatever its case") {
  const HeaderList list{{"Vary", "Origin"}, {"A", "1"}, {"vary", "Accept"}, {"VARY", ""}};
  CHECK(get(list, "vary") == "Origin, Accept, ");
  CHECK(get(list, "a") == "1");
  CHECK_FALSE(get(list, "b"));
  CHECK_FALSE(get({}, ""));
}

TEST_CASE("setting a header keeps its first place and takes the others out") {
  HeaderList list{{"Vary", "Origin"}, {"A", "1"}, {"vary", "Accept"}};
  set(list, "VARY", "*");
  CHECK(list == HeaderList{{"Vary", "*"}, {"A", "1"}});
  set(list, "B", "2");
  CHECK(list == HeaderList{{"Vary", "*"}, {"A", "1"}, {"B", "2"}});
}

TEST_CASE("a value loses the whitespace of HTTP at its ends and nothing else") {
  struct Row {
    std::string_view value;
    std::string_view normalized;
  };
  for (const auto& [value, normalized] : std::vector<Row>{{"", ""},
                                                          {" ", ""},
                                                          {"a", "a"},
                                                          {"\r\n\t a b\n", "a b"},
                                                          {"\fa\f", "\fa\f"},
                                                          {"\xA0", "\xA0"}})
    CHECK(normalized_value(value) == normalized);
}

TEST_CASE("a list of tokens is read, or nothing of it counts") {
  struct Row {
    std::string because;
    std::vector<std::string> values;
    Outcome outcome;
    std::vector<std::string> names;
  };
  const std::vector<Row> rows{
      {"no header", {}, Outcome::absent, {}},
      {"one token", {"PUT"}, Outcome::values, {"PUT"}},
      {"two with a blank", {"PUT, DELETE"}, Outcome::values, {"PUT", "DELETE"}},
      {"two without", {"PUT,DELETE"}, Outcome::values, {"PUT", "DELETE"}},
      {"tabs", {"\tPUT\t,\tDELETE\t"}, Outcome::values, {"PUT", "DELETE"}},
      {"two headers", {"PUT", "DELETE"}, Outcome::values, {"PUT", "DELETE"}},
      {"the same twice", {"PUT, PUT"}, Outcome::values, {"PUT", "PUT"}},
      {"an empty value", {""}, Outcome::values, {}},
      {"commas alone", {",, ,"}, Outcome::values, {}},
      {"empty elements", {",PUT,"}, Outcome::values, {"PUT"}},
      {"the wildcard", {"*"}, Outcome::values, {"*"}},
      {"a blank inside", {"PUT DELETE"}, Outcome::failure, {}},
      {"a semicolon", {"PUT;DELETE"}, Outcome::failure, {}},
      {"quotes", {"\"PUT\""}, Outcome::failure, {}},
      {"brackets", {"[PUT]"}, Outcome::failure, {}},
      {"a good one beside a bad one", {"PUT", "a/b"}, Outcome::failure, {}},
      {"a bad one beside a good one", {"a/b", "PUT"}, Outcome::failure, {}},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    HeaderList list{{"Other", "x y"}};
    for (const auto& value : row.values) list.push_back({"Access-Control-Allow-Methods", value});
    const auto extracted = extract_header_list_values("access-control-allow-methods", list);
    CHECK(extracted.outcome == row.outcome);
    CHECK(extracted.names == row.names);
  }
}

}  // namespace
}  // namespace corslint
