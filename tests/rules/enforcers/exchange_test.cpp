#include "rules/enforcers/exchange.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

Policy with_one_origin(Format format, const std::string& origin) {
  Policy policy = policy_of({.origins = {origin}, .methods = {"GET"}});
  policy.format = format;
  policy.origins.form = ListForm::single;
  return policy;
}

bool admits(const Policy& policy, const Enforcer& enforcer, const std::string& origin) {
  PatternMatchers matchers;
  const ServerRequest request = {"GET", {{"origin", origin}}};
  const auto allowed =
      get(answer({policy, enforcer, request, matchers}).headers, "access-control-allow-origin");
  return allowed == origin || allowed == "*";
}

}  // namespace

TEST_CASE("the only value of a variable is a list of one to a program that wants a list") {
  const std::string origin = "https://app.acme.io";
  const Policy policy = with_one_origin(Format::env, origin);
  for (const auto* dialect : {"django-cors-headers", "starlette", "flask-cors", "krakend",
                              "rs-cors", "gorilla", "gin", "traefik", "s3", "gcs", "generic"}) {
    INFO(dialect);
    const Enforcer* enforcer = find_enforcer(dialect);
    REQUIRE(enforcer != nullptr);
    CHECK_FALSE(start_failure(policy, *enforcer));
    CHECK(admits(policy, *enforcer, origin));
    CHECK_FALSE(admits(policy, *enforcer, "https://app.acme.i"));
    CHECK_FALSE(admits(policy, *enforcer, "https://stranger.example"));
  }
}

TEST_CASE("one text stays one where the file could have said that it is a list") {
  const Policy policy = with_one_origin(Format::toml, "https://app.acme.io");
  const auto refused = start_failure(policy, *find_enforcer("django-cors-headers"));
  REQUIRE(refused);
  CHECK_THAT(refused->message, Catch::Matchers::Contains("'h'"));
  CHECK(admits(policy, *find_enforcer("starlette"), "https://app.acme.i"));
  CHECK(admits(policy, *find_enforcer("krakend"), "https://stranger.example"));
}

TEST_CASE("one origin in a variable is sent to everybody by what takes a text for its answer") {
  const Policy policy = with_one_origin(Format::env, "https://app.acme.io");
  PatternMatchers matchers;
  const ServerRequest request = {"GET", {{"origin", "https://stranger.example"}}};
  const auto response = answer({policy, *find_enforcer("express"), request, matchers});
  CHECK(get(response.headers, "access-control-allow-origin") == "https://app.acme.io");
}

TEST_CASE("the switch for every origin admits every origin, in every program") {
  for (const Enforcer* enforcer : enforcers()) {
    INFO(enforcer->name << '@' << enforcer->since);
    const Policy policy = policy_of({.methods = {"GET"}, .any_origin = true});
    CHECK(admits(policy, *enforcer, "https://stranger.example"));
  }
}

TEST_CASE("beside the switch for every origin the list does not count") {
  const Policy policy =
      policy_of({.origins = {"https://app.acme.io"}, .methods = {"GET"}, .any_origin = true});
  for (const auto* dialect : {"starlette", "flask-cors", "gcs", "kong", "hono", "envoy"}) {
    INFO(dialect);
    CHECK(admits(policy, *find_enforcer(dialect), "https://stranger.example"));
  }
}

}  // namespace corslint::tests
