#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "lint/report/report.h"
#include "tests/json_schema.h"
#include "tests/lint/report/made_report.h"
#include "tests/places.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using Json = nlohmann::json;
using test::made_report;

std::vector<std::string> violations(const std::string& report) {
  const auto schema = Json::parse(
      test::content_of_file(std::string(CORSLINT_SOURCE_DIR) + "/schemas/report.schema.json"));
  return test::schema_violations(schema, Json::parse(report));
}

Report rich_report() {
  const std::string text = "\xC3\xA9 = HERE # caf\xC3\xA9\n";
  Finding finding{.span = test::span_of(text, "HERE"),
                  .message = "Wrong",
                  .consequence = "Bad",
                  .help = "Better",
                  .witness = "https://attacker.example"};
  finding.labels = {{{0, 2}, "key"}};
  finding.fixes = {{"Remove it", Safety::safe, {{finding.span, ""}}}};
  return made_report("a/cors.toml", text, finding);
}

}  // namespace

TEST_CASE("a clean report is a complete document") {
  const auto document = Json::parse(json_report({}));
  CHECK(document["version"] == 1);
  CHECK(document["policies"] == Json::array());
  CHECK(document["diagnostics"] == Json::array());
  CHECK(violations(json_report({})).empty());
}

TEST_CASE("a diagnostic carries everything that was found") {
  const auto report = json_report(rich_report());
  CHECK(violations(report).empty());
  const auto document = Json::parse(report);
  CHECK(document["summary"] == Json::parse(R"({"files": 1, "policies": 1, "error": 1, "warning": 0,
      "info": 0, "suppressed": 0, "fixable": 1})"));
  const auto diagnostic = document["diagnostics"][0];
  CHECK(diagnostic["message"] == "Wrong. Bad. Better.");
  CHECK(diagnostic["range"] == Json::parse(R"({"start": {"line": 1, "column": 5, "offset": 5},
      "end": {"line": 1, "column": 9, "offset": 9}})"));
  CHECK(diagnostic["labels"][0]["message"] == "key");
  CHECK(diagnostic["fixes"][0]["safety"] == "safe");
  CHECK(diagnostic["fixes"][0]["edits"][0]["text"] == "");
  CHECK(diagnostic["witness"] == "https://attacker.example");
  CHECK(diagnostic["environment"] == "production");
  CHECK(diagnostic["url"] == "https://fetch.spec.whatwg.org/");
}

TEST_CASE("what is not there is absent") {
  auto report = made_report("a.toml", "a", {.span = {0, 1}, .message = "Wrong"});
  report.files[0].diagnostics[0].environment = Environment::unknown;
  report.files[0].policies[0].environment = Environment::unknown;
  const auto document = Json::parse(json_report(report));
  for (const auto* name : {"witness", "labels", "fixes", "environment"})
    CHECK_FALSE(document["diagnostics"][0].contains(name));
  CHECK_FALSE(document["policies"][0].contains("environment"));
}

TEST_CASE("the keys of a diagnostic stand in one order") {
  const auto document = nlohmann::ordered_json::parse(json_report(rich_report()));
  std::string names;
  for (const auto& [name, value] : document["diagnostics"][0].items()) names += name + ' ';
  CHECK(names ==
        "rule severity message path range pointer policy dialect environment witness labels fixes "
        "url ");
}

TEST_CASE("bytes that are no UTF-8 leave the report valid and harmless") {
  const std::string evil = "\xFF\x1b[2J\xC2\x9B\xE2\x80\xAE";
  auto report = made_report(evil, evil, {.span = {0, 1}, .message = evil});
  report.files[0].policies[0].name = evil;
  for (const auto& text : {json_report(report), json_lines_report(report)}) {
    for (const char c : text) CHECK((c == '\n' || (c >= ' ' && c < '\x7f')));
  }
  CHECK(violations(json_report(report)).empty());
}

TEST_CASE("json-lines has one diagnostic a line") {
  auto report = rich_report();
  report.files[0].diagnostics.push_back(report.files[0].diagnostics[0]);
  const auto lines = json_lines_report(report);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
  const auto document = Json::parse(json_report(report));
  CHECK(Json::parse(lines.substr(0, lines.find('\n'))) == document["diagnostics"][0]);
  CHECK(json_lines_report({}).empty());
}

TEST_CASE("the schema refuses what a report must not be") {
  const auto broken = [](const std::string& pointer, const Json& value) {
    auto document = Json::parse(json_report(rich_report()));
    document[Json::json_pointer(pointer)] = value;
    return violations(document.dump()).size();
  };
  CHECK(broken("/version", 2) == 1);
  CHECK(broken("/extra", 1) == 1);
  CHECK(broken("/summary/error", -1) == 1);
  CHECK(broken("/diagnostics/0/severity", "fatal") == 1);
  CHECK(broken("/diagnostics/0/range/start/line", 0) == 1);
  CHECK(broken("/diagnostics/0/labels/0/range/start", Json::object()) == 3);
  CHECK(broken("/diagnostics/0/message", "no full stop") == 1);
  CHECK(broken("/policies/0/environment", "unknown") == 1);
}

}  // namespace corslint
