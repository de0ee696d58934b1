#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "lint/report/artifact_uri.h"
#include "lint/report/merged_edit.h"
#include "lint/report/message.h"
#include "lint/report/report.h"
#include "lint/report/xml.h"
#include "tests/lint/report/made_report.h"

namespace corslint {
namespace {

using Json = nlohmann::json;
using test::made_finding;
using test::made_report;

Json sarif_result(const Report& report) {
  return Json::parse(sarif_report(report))["runs"][0]["results"][0];
}

}  // namespace

TEST_CASE("a path becomes a URI reference in ASCII") {
  CHECK(artifact_uri("app/cors.toml") == "app/cors.toml");
  CHECK(artifact_uri("./app/../cors.toml") == "cors.toml");
  CHECK(artifact_uri("caf\xC3\xA9 api/a.toml") == "caf%C3%A9%20api/a.toml");
  CHECK(artifact_uri("c:/a.toml") == "c%3A/a.toml");
  CHECK(artifact_uri("100%#?[1]\\.toml") == "100%25%23%3F%5B1%5D%5C.toml");
  CHECK(artifact_uri("a\xFF\n.toml") == "a%FF%0A.toml");
  CHECK(artifact_uri("/srv/a b.toml") == "file:///srv/a%20b.toml");
  CHECK(artifact_uri("<stdin>") == "%3Cstdin%3E");
}

TEST_CASE("XML takes every text") {
  CHECK(xml_escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&apos;");
  CHECK(xml_escaped("a\tb\nc\r") == "a&#9;b&#10;c&#13;");
  CHECK(xml_escaped(std::string_view("\0\x1B\x7F", 3)) == "\xEF\xBF\xBD\xEF\xBF\xBD\x7F");
  CHECK(xml_escaped("\xFF\xC3(") == "\xEF\xBF\xBD\xEF\xBF\xBD(");
  CHECK(xml_escaped("\xEF\xBF\xBE \xED\xA0\x80") ==
        "\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(xml_escaped("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
}

TEST_CASE("the edits of a fix become one, with what stands between them") {
  const Fix fix{"Swap", Safety::safe, {{{4, 5}, "a"}, {{0, 1}, "b"}}};
  const auto merged = merged_edit(fix, "a = b;");
  REQUIRE(merged);
  CHECK(merged->text == "b = a");
  CHECK((merged->span.begin == 0 && merged->span.end == 5));
  CHECK_FALSE(merged_edit({"None", Safety::safe, {}}, "a"));
  CHECK_FALSE(merged_edit({"Bytes", Safety::safe, {{{0, 1}, "\xFF"}}}, "a"));
}

TEST_CASE("a message names the witness where no sentence does") {
  Finding finding{.span = {}, .message = "Everybody", .witness = "https://a.example"};
  CHECK(message_line(finding) == "Everybody. Witness: `https://a.example`.");
  finding.consequence = "`https://a.example` reads";
  CHECK(message_line(finding) == "Everybody. `https://a.example` reads.");
  finding = {.span = {}, .message = "a\nb\x1B"};
  CHECK(message_line(finding) == "a\\u{a}b\\u{1b}.");
}

TEST_CASE("a place of several lines is its first one in SARIF and has no columns on GitHub") {
  const auto report =
      made_report("a.toml", "a = [\r\n  1,\r\n]\r\n", {.span = {4, 14}, .message = "Wrong"});
  const auto region = sarif_result(report)["locations"][0]["physicalLocation"]["region"];
  CHECK(region ==
        Json::parse(R"({"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 6})"));
  CHECK(github_report(report).find("::error file=a.toml,line=1,endLine=3,title=") == 0);
}

TEST_CASE("what stands in a file becomes no link in a SARIF message, and labels do") {
  auto finding = made_finding("HERE", "HERE", "`[a](b)` is wrong");
  finding.labels = {{{0, 4}, ""}, {{0, 4}, "list [0]"}};
  const auto result = sarif_result(made_report("a.toml", "HERE", finding));
  CHECK(result["message"]["text"] == "`\\[a](b)` is wrong. See [list \\[0\\]](2).");
  CHECK(result["relatedLocations"][1]["id"] == 2);
  CHECK_FALSE(result["relatedLocations"][0].contains("message"));
}

TEST_CASE("a fix that no JSON can carry is left out") {
  auto finding = made_finding("HERE", "HERE", "Wrong");
  finding.fixes = {{"Bytes", Safety::safe, {{finding.span, "\xFF"}}},
                   {"Remove it", Safety::unsafe, {{finding.span, ""}}}};
  const auto report = made_report("a.toml", "HERE", finding);
  const auto fixes = sarif_result(report)["fixes"];
  REQUIRE(fixes.size() == 1);
  CHECK(fixes[0]["properties"]["safety"] == "unsafe");
  CHECK(Json::parse(rdjson_report(report))["diagnostics"][0]["suggestions"].size() == 1);
}

TEST_CASE("people see paths from their folder, programs from the repository's root") {
  auto report = made_report("packages/api/a.toml", "HERE", made_finding("HERE", "HERE", "Wrong"));
  report.folder = "packages/web";
  CHECK(gcc_report(report) == "../api/a.toml:1:1: error: Wrong [wildcard-with-credentials]\n");
  CHECK(checkstyle_report(report).find("name=\"packages/api/a.toml\"") != std::string::npos);
  const auto outside = made_report("../../a.toml", "HERE", made_finding("HERE", "HERE", "Wrong"));
  report.files = outside.files;
  CHECK(gcc_report(report).find("../../a.toml:1:1: ") == 0);
}

TEST_CASE("rdjson counts a byte order mark and every byte of a character") {
  const std::string text = "\xEF\xBB\xBF\xC3\xA9 HERE";
  const auto report = made_report("a.toml", text, made_finding(text, "HERE", "Wrong"));
  const auto range = Json::parse(rdjson_report(report))["diagnostics"][0]["location"]["range"];
  CHECK(range["start"]["column"] == 7);
  CHECK(range["end"]["column"] == 11);
}

}  // namespace corslint
