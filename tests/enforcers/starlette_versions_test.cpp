// What the versions of Starlette do differently that are not run, from their sources.

#include <catch2/catch.hpp>
#include <string>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"

namespace corslint::tests {
namespace {

Policy policy_for(const char* origin) {
  Policy policy;
  policy.origins.form = ListForm::list;
  policy.origins.entries.resize(1);
  policy.origins.entries.front().value = origin;
  return policy;
}

ServerRequest preflight(const Header& more) {
  return {.method = "OPTIONS",
          .headers = {{"origin", "https://a.com"}, {"access-control-request-method", "GET"}, more}};
}

Response answer_of(const char* version, const Policy& policy, const ServerRequest& request) {
  PatternMatchers matchers;
  const std::string dialect = std::string("starlette@") + version;
  return answer({policy, *find_enforcer(dialect), request, matchers});
}

/// The origin that is admitted, and whether the answer names it in Vary.
std::string summary_of(const Response& response) {
  return get(response.headers, "access-control-allow-origin").value_or("none") +
         (get(response.headers, "vary") ? " varying" : "");
}

TEST_CASE("what Starlette makes of * with credentials depends on its version") {
  struct Row {
    const char* version;
    const char* preflight;
    const char* with_cookie;
    const char* without_cookie;
  };
  const Row rows[] = {
      {"0.0", "*", "https://a.com", "*"},
      {"0.13.1", "*", "https://a.com", "*"},
      {"0.14.2", "*", "https://a.com", "*"},
      {"0.15", "https://a.com varying", "https://a.com varying", "*"},
      {"0.52.1", "https://a.com varying", "https://a.com varying", "*"},
      {"1.0", "https://a.com varying", "https://a.com varying", "https://a.com varying"},
  };
  Policy policy = policy_for("*");
  policy.credentials.value = true;
  for (const Row& row : rows) {
    INFO(row.version);
    const ServerRequest plain{.method = "GET", .headers = {{"origin", "https://a.com"}}};
    ServerRequest cookie = plain;
    cookie.headers.push_back({"cookie", "session=1"});
    CHECK(summary_of(answer_of(row.version, policy, preflight({"accept", "*/*"}))) ==
          row.preflight);
    CHECK(summary_of(answer_of(row.version, policy, cookie)) == row.with_cookie);
    CHECK(summary_of(answer_of(row.version, policy, plain)) == row.without_cookie);
  }
}

TEST_CASE("a cookie alone makes Starlette before 1.0 name the origin for *") {
  const ServerRequest cookie{.method = "GET",
                             .headers = {{"origin", "https://a.com"}, {"cookie", "session=1"}}};
  CHECK(summary_of(answer_of("0.52.1", policy_for("*"), cookie)) == "https://a.com varying");
  CHECK(summary_of(answer_of("1.0", policy_for("*"), cookie)) == "*");
}

TEST_CASE("Starlette since 0.51 answers 400 to an unwanted request for a private network") {
  Policy policy = policy_for("https://a.com");
  const auto request = preflight({"access-control-request-private-network", "true"});
  CHECK(answer_of("0.50", policy, request).status == 200);
  CHECK(answer_of("0.51", policy, request).status == 400);
  CHECK(answer_of("1.0", policy, request).status == 400);
  policy.private_network.value = true;
  const auto response = answer_of("1.0", policy, request);
  CHECK(response.status == 200);
  CHECK(get(response.headers, "access-control-allow-private-network") == "true");
}

TEST_CASE("Starlette permits Content-Type unasked since 0.13.3") {
  const auto request = preflight({"access-control-request-headers", "content-type"});
  CHECK(answer_of("0.13.1", policy_for("https://a.com"), request).status == 400);
  CHECK(answer_of("0.13.3", policy_for("https://a.com"), request).status == 200);
}

TEST_CASE("* among Starlette's methods holds HEAD since 0.15") {
  Policy policy = policy_for("https://a.com");
  policy.methods = policy_for("*").origins;
  const ServerRequest request{
      .method = "OPTIONS",
      .headers = {{"origin", "https://a.com"}, {"access-control-request-method", "HEAD"}}};
  CHECK(answer_of("0.14.2", policy, request).status == 400);
  CHECK(answer_of("0.15", policy, request).status == 200);
}

TEST_CASE("Starlette before 0.13.1 matches a pattern with the beginning of the origin") {
  Policy policy;
  policy.origin_patterns = policy_for(R"(https://a\.com)").origins;
  const ServerRequest request{.method = "GET", .headers = {{"origin", "https://a.com.evil.net"}}};
  CHECK(summary_of(answer_of("0.13.0", policy, request)) == "https://a.com.evil.net varying");
  CHECK(summary_of(answer_of("0.13.1", policy, request)) == "none");
}

}  // namespace
}  // namespace corslint::tests
