#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/process.h"

namespace corslint {
namespace {

using Json = nlohmann::json;

Json judged(std::vector<std::string> arguments, int status) {
  arguments.insert(arguments.begin(), "pattern");
  arguments.insert(arguments.end(), {"--format", "json"});
  const auto result = test::run_corslint(arguments);
  INFO(result.standard_error);
  CHECK(result.status == status);
  return Json::parse(result.standard_output);
}

struct Row {
  std::string phrase;
  std::vector<std::string> arguments;
  std::string verdict;
  int status;
};

}  // namespace

TEST_CASE("the exit status of pattern is 1 where the pattern does not do its work") {
  const std::vector<Row> rows{
      {"a domain and its subdomains", {R"(https://([a-z0-9-]+\.)?acme\.io)"}, "fine", 0},
      {"an open end under search", {R"(^https://acme\.io)", "--mode", "search"}, "too-broad", 1},
      {"the same where the whole is matched", {R"(^https://acme\.io)"}, "fine", 0},
      {"loopback", {R"(http://localhost:\d+)"}, "local-only", 0},
      {"a slash at the end", {R"(https://acme\.io/)"}, "unreachable", 1},
      {"a bracket too few", {"(https://acme"}, "rejected", 1},
      {"a back-reference",
       {R"(https://([a-z]+)\.\1\.acme\.io)", "--syntax", "python"},
       "unverifiable",
       0},
      {"upper case where case counts", {R"(https://ACME\.io)"}, "unreachable", 1},
      {"upper case where it does not", {R"(https://ACME\.io)", "--ignore-case"}, "fine", 0},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(judged(row.arguments, row.status)["verdict"] == row.verdict);
  }
}

TEST_CASE("the text says each verdict in words") {
  struct TextRow {
    std::vector<std::string> arguments;
    std::string words;
  };
  const std::vector<TextRow> rows{
      {{R"(https://([a-z0-9-]+\.)?acme\.io)"}, "fine: it admits the sites it names and no others"},
      {{R"(^https://acme\.io)", "--mode", "search"},
       "too broad: it admits origins that it does not name"},
      {{R"(http://localhost:\d+)"},
       "local only: it admits loopback, private or unregistrable hosts and nothing else"},
      {{R"(https://acme\.io/)"}, "unreachable: nothing that a browser sends matches it"},
      {{"(https://acme"}, "rejected: the engine refuses it"},
      {{R"(https://([a-z]+)\.\1\.acme\.io)", "--syntax", "python"},
       "unverifiable: it holds a construct whose breadth cannot be proved"},
      {{"https://(((([a-z]{0,30}\\.){0,30}){0,30}[a-z]{0,30}){0,30}x{0,30}){0,30}\\.acme\\.io",
        "--syntax", "python"},
       "undecided: a bound of the analysis was reached"},
  };
  for (const auto& row : rows) {
    auto arguments = row.arguments;
    arguments.insert(arguments.begin(), "pattern");
    const auto result = test::run_corslint(arguments);
    CHECK_THAT(result.standard_output, Catch::Contains(row.words));
  }
}

TEST_CASE("syntax and mode are reported as they are asked for") {
  for (const std::string syntax : {"re2", "go", "python", "javascript", "pcre", "ruby", "java"})
    CHECK(judged({R"(https://app\.acme\.io)", "--syntax", syntax}, 0)["syntax"] == syntax);
  for (const std::string mode : {"full", "prefix", "search"})
    CHECK(judged({R"(^https://app\.acme\.io$)", "--mode", mode}, 0)["mode"] == mode);
}

TEST_CASE("the report of a pattern holds what the interface names") {
  const auto report = judged({R"(https://www.acme\.io)", "--dialect", "starlette"}, 1);
  CHECK(report["pattern"] == R"(https://www.acme\.io)");
  CHECK(report["syntax"] == "python");
  CHECK(report["mode"] == "full");
  CHECK(report["ignore_case"] == false);
  CHECK(report["schemes"] == Json{"https"});
  CHECK(report["ports"] == "default");
  CHECK(report["states"] > 10);
  REQUIRE(report["findings"].size() == 1);
  const auto& finding = report["findings"][0];
  CHECK(finding["rule"] == "unescaped-dot");
  CHECK(finding["severity"] == "error");
  CHECK(finding["range"]["start"]["offset"] == 11);
  CHECK(finding["witness"].get<std::string>().starts_with("https://www"));

  const auto sound = judged({R"(https://(app|www)\.acme\.io)"}, 0);
  CHECK(sound["sites"]["finite"] == true);
  CHECK(sound["sites"]["domains"] == Json{"acme.io"});
  CHECK(sound["findings"].empty());
}

TEST_CASE("the text says who gets in, and --dot draws the automaton") {
  const auto text = test::run_corslint({"pattern", R"(https://(app|www)\.acme\.(io|com))"});
  CHECK(text.standard_output.find("sites     acme.com, acme.io\n") != std::string::npos);
  const auto dot = test::run_corslint({"pattern", R"(https://acme\.io)", "--dot"});
  CHECK(dot.standard_output.starts_with("digraph "));
}

TEST_CASE("what cannot be asked is refused with status 2") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"pattern", "x", "--dialect", "s3"},
        {"pattern", "x", "--dialect", "starlete"},
        {"pattern", "x", "--syntax", "perl"},
        {"pattern", "x", "--mode", "all"},
        {"pattern", "x", "--format", "xml"},
        {"pattern"}}) {
    const auto result = test::run_corslint(arguments);
    INFO(result.standard_error);
    CHECK(result.status == 2);
    CHECK(result.standard_output.empty());
    CHECK_FALSE(result.standard_error.empty());
  }
}

}  // namespace corslint
