#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

// Debian's interpreter alone sees Debian's modules; isolated, it does not take the script for one.
constexpr const char* python = "/usr/bin/python3";

Pool starlette_pool() {
  Pool pool = usual_pool();
  pool.credentials = true;
  pool.single_strings = true;
  for (const auto& more : {python_patterns(), broken_python_patterns()})
    pool.patterns.insert(pool.patterns.end(), more.begin(), more.end());
  pool.patterns_at_most = 1;
  return pool;
}

TEST_CASE("Starlette 0.26 answers as its own middleware does") {
  compare_with({.dialect = "starlette@0.26",
                .command = {python, "-I", "tests/enforcers/starlette.py"},
                .pool = starlette_pool(),
                .start_failure_words = StartFailureWords::free});
}

TEST_CASE("FastAPI's wrapper answers as Starlette 0.26") {
  compare_with({.dialect = "fastapi@0.26",
                .command = {python, "-I", "tests/enforcers/starlette.py", "fastapi"},
                .pool = starlette_pool(),
                .start_failure_words = StartFailureWords::free});
}

TEST_CASE("Starlette raises no ValueError for * with credentials and lets any website read") {
  const auto answers = answers_of(
      {python, "-I", "tests/enforcers/starlette.py"},
      R"({"policy": {"origins": ["*"], "credentials": true}, "requests": [{"method": "GET", )"
      R"("headers": [["origin", "https://evil.net"], ["cookie", "session=1"]]}]})"
      "\n");
  if (answers.empty()) return;
  const auto answer = nlohmann::json::parse(answers.front());
  CHECK(answer.at("start_failure").is_null());
  const auto headers = answer.at("responses")
                           .at(0)
                           .at("headers")
                           .get<std::set<std::pair<std::string, std::string>>>();
  CHECK(headers.contains({"access-control-allow-origin", "https://evil.net"}));
  CHECK(headers.contains({"access-control-allow-credentials", "true"}));
}

}  // namespace
}  // namespace corslint::tests
