// Debian's Flask-CORS is 3.0.10 with the matching of 6.0 (the patches for CVE-2024-6866), which
// skips entries that do not compile, and without access to private networks. So it is held against
// 3.0 with entries that compile, and against 6.0 without requests for private networks.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"
#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

// Debian's interpreter alone sees Debian's modules; isolated, it does not take the script for one.
const std::vector<std::string> command{"/usr/bin/python3", "-I", "tests/enforcers/flask_cors.py"};

Pool flask_pool() {
  Pool pool = usual_pool();
  const auto patterns = python_patterns();
  pool.patterns.insert(pool.patterns.end(), patterns.begin(), patterns.end());
  pool.origins.insert(pool.origins.end(), pool.patterns.begin(), pool.patterns.end());
  pool.origins.emplace_back(".*");
  pool.origins.emplace_back("https://.+.example.com");
  pool.headers.insert(pool.headers.end(),
                      {"X-[A-Z-]+", "^x-", "(authorization)", "", "X-?", "acc"});
  pool.exposed_headers.emplace_back("");
  pool.credentials = true;
  pool.vary = true;
  pool.send_wildcard = true;
  pool.single_strings = true;
  return pool;
}

TEST_CASE("Flask-CORS 3.0.10 answers as its own extension does") {
  Pool pool = flask_pool();
  std::erase_if(pool.origins, [](const std::string& entry) {
    return entry == "*.example.com" || entry == "*://example.com";
  });
  compare_with({.dialect = "flask-cors@3.0.10", .command = command, .pool = pool});
}

TEST_CASE("Flask-CORS 6.0 skips an entry that does not compile") {
  Pool pool = flask_pool();
  const auto broken = broken_python_patterns();
  pool.origins.insert(pool.origins.end(), broken.begin(), broken.end());
  pool.patterns.insert(pool.patterns.end(), broken.begin(), broken.end());
  pool.headers.emplace_back("*-token");
  pool.asks_for_private_network = false;
  compare_with({.dialect = "flask-cors@6.0",
                .command = command,
                .pool = pool,
                .start_failure_words = StartFailureWords::free});
}

TEST_CASE("Flask-CORS before 6.0 answers 500 where it reaches an entry that does not compile") {
  Policy policy;
  policy.origins.form = ListForm::list;
  policy.origins.entries.resize(2);
  policy.origins.entries[0].value = "https://a.com";
  policy.origins.entries[1].value = "*.example.com";
  PatternMatchers matchers;
  const auto status_of = [&](const char* dialect, const char* origin) {
    const ServerRequest request{.method = "GET", .headers = {{"origin", origin}}};
    return answer({policy, *find_enforcer(dialect), request, matchers}).status;
  };
  CHECK(status_of("flask-cors@5.0", "https://a.com") == 200);
  CHECK(status_of("flask-cors@5.0", "https://b.com") == 500);
  CHECK(status_of("flask-cors@6.0", "https://b.com") == 200);
}

TEST_CASE(
    "Flask-CORS answers a request for a private network since 4.0, with a refusal since 5.0") {
  Policy policy;
  PatternMatchers matchers;
  const ServerRequest request{
      .method = "OPTIONS",
      .headers = {{"origin", "https://a.com"}, {"access-control-request-private-network", "true"}}};
  const auto answered = [&](const char* dialect) {
    const auto response = answer({policy, *find_enforcer(dialect), request, matchers});
    return get(response.headers, "access-control-allow-private-network").value_or("none");
  };
  CHECK(answered("flask-cors@3.0.10") == "none");
  CHECK(answered("flask-cors@4.0") == "true");
  CHECK(answered("flask-cors@5.0") == "false");
  CHECK(answered("flask-cors") == "false");
  policy.private_network.value = true;
  CHECK(answered("flask-cors") == "true");
}

}  // namespace
}  // namespace corslint::tests
