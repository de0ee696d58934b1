#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/json_schema.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using Json = nlohmann::json;
using Catch::Contains;

struct Batch {
  int status = -1;
  std::vector<Json> answers;
  std::string standard_error;
};

Batch answered(const std::string& requests) {
  const test::ScratchFolder folder;
  const auto path = folder.write("cors.toml",
                                 "[cors]\nallow_origins = [\"https://a.com\"]\n"
                                 "allow_methods = [\"PUT\"]\nallow_headers = [\"X-A\"]\n");
  const auto result =
      test::run_corslint({"simulate", path, "--requests", "-"}, {.stdin_text = requests});
  Batch batch{.status = result.status, .answers = {}, .standard_error = result.standard_error};
  std::istringstream lines(result.standard_output);
  for (std::string line; std::getline(lines, line);) batch.answers.push_back(Json::parse(line));
  return batch;
}

Json schema_of(const std::string& definition) {
  auto schema = Json::parse(test::run_corslint({"schema", "simulate"}).standard_output);
  schema["$ref"] = "#/definitions/" + definition;
  return schema;
}

TEST_CASE("requests are answered one a line, in their order") {
  const auto batch = answered(
      "{\"origin\": \"https://a.com\"}\n"
      "{\"origin\": \"https://b.com\", \"method\": \"put\"}\r\n"
      "\n"
      "{\"origin\": \"https://a.com\", \"headers\": [\"X-A\"], \"method\": \"PUT\"}\n"
      "{\"origin\": \"https://a.com\", \"headers\": {\"X-B\": \" 1\"}, \"credentials\": true}");
  CHECK(batch.status == 1);
  CHECK(batch.standard_error.empty());
  REQUIRE(batch.answers.size() == 4);
  for (const auto& answer : batch.answers)
    CHECK(test::schema_violations(schema_of("answer"), answer).empty());
  CHECK(batch.answers[0]["verdict"] == "allowed");
  CHECK(batch.answers[1]["request"]["method"] == "PUT");
  CHECK(batch.answers[1]["reason"] == "no-allow-origin");
  CHECK(batch.answers[2]["verdict"] == "allowed");
  CHECK(batch.answers[2]["request"]["headers"].contains("x-a"));
  CHECK(batch.answers[3]["request"]["headers"]["x-b"] == "1");
  CHECK(batch.answers[3]["request"]["credentials"] == true);
  CHECK(batch.answers[3]["reason"] == "credentials-not-allowed");
}

TEST_CASE("the status is that of the worst line") {
  const std::string allowed = "{\"origin\": \"https://a.com\"}\n";
  const std::string blocked = "{\"origin\": \"https://b.com\"}\n";
  CHECK(answered("").status == 0);
  CHECK(answered("\n\n").answers.empty());
  CHECK(answered(allowed + allowed).status == 0);
  CHECK(answered(blocked + allowed).status == 1);
  CHECK(answered(allowed + "x\n" + blocked).status == 2);
}

TEST_CASE("a line that is no request gets an error, and the others their answers") {
  struct Row {
    std::string line;
    std::string error;
  };
  const std::vector<Row> rows{
      {"x", "this is no JSON"},
      {"{\"origin\": \"https://a.com\"", "this is no JSON"},
      {"{\"origin\": \"\xFF\"}", "this is no JSON"},
      {"[]", "this is no JSON object"},
      {"null", "this is no JSON object"},
      {"{}", "`origin` is missing"},
      {"{\"origin\": null}", "`origin` is no string"},
      {"{\"origin\": \"https://a.com\", \"method\": 1}", "`method` is no string"},
      {"{\"origin\": \"https://a.com\", \"methd\": \"PUT\"}",
       "unknown key `methd`; did you mean `method`?"},
      {"{\"origin\": \"https://a.com\", \"mode\": \"cors\"}", "unknown key `mode`"},
      {"{\"origin\": \"https://a.com\", \"credentials\": \"include\"}",
       "`credentials` is not true or false"},
      {"{\"origin\": \"https://a.com\", \"headers\": \"X-A\"}",
       "`headers` is no list of names and no object"},
      {"{\"origin\": \"https://a.com\", \"headers\": [1]}",
       "`headers` holds something that is no string"},
      {"{\"origin\": \"https://a.com\", \"headers\": {\"X-A\": 1}}",
       "the value of the header `X-A` is no string"},
      {"{\"origin\": \"https://a.com\", \"headers\": [\"X A\"]}",
       "TypeError: Failed to execute 'fetch' on 'Window': Invalid name"},
      {"{\"origin\": \"https://a.com\", \"method\": \"CONNECT\"}",
       "TypeError: Failed to execute 'fetch' on 'Window': 'CONNECT' HTTP method is unsupported."},
  };
  std::string requests;
  for (const auto& row : rows) requests += row.line + "\n{\"origin\": \"https://a.com\"}\n";
  const auto batch = answered(requests);
  CHECK(batch.status == 2);
  REQUIRE(batch.answers.size() == 2 * rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    INFO(rows[i].line);
    const auto& answer = batch.answers[2 * i];
    CHECK(test::schema_violations(schema_of("error"), answer).empty());
    CHECK(answer["line"] == 2 * i + 1);
    CHECK_THAT(answer["error"].get<std::string>(), Contains(rows[i].error));
    CHECK(batch.answers[2 * i + 1]["verdict"] == "allowed");
  }
}

TEST_CASE("requests come from a file too") {
  const test::ScratchFolder folder;
  const auto requests = folder.write("requests", "{\"origin\": \"https://a.com\"}\n");
  const auto result =
      test::run_corslint({"simulate", "-", "--requests", requests, "--format", "json"},
                         {.stdin_text = "[cors]\nallow_origins = [\"https://a.com\"]\n"});
  CHECK(result.status == 0);
  CHECK(Json::parse(result.standard_output)["verdict"] == "allowed");
}

}  // namespace
}  // namespace corslint
