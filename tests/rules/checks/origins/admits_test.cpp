#include "rules/checks/origins/admits.h"

#include <catch2/catch.hpp>

#include "rules/checks/origins/entry.h"
#include "rules/pattern/analyses.h"

namespace corslint {
namespace {

void add(TextList& list, const char* value) {
  list.form = ListForm::list;
  Text text;
  text.value = value;
  list.entries.push_back(text);
}

Policy with_origin(const char* value) {
  Policy policy;
  add(policy.origins, value);
  return policy;
}

Policy with_pattern(const char* value) {
  Policy policy;
  add(policy.origin_patterns, value);
  return policy;
}

Admission under(const char* dialect, const Policy& policy, const char* origin) {
  const Enforcer& enforcer = *find_enforcer(dialect);
  PatternAnalyses analyses;
  PatternMatchers matchers;
  const auto entries = entries_of(policy, enforcer);
  return admission_of(
      policy,
      {.enforcer = enforcer, .analyses = analyses, .matchers = matchers, .entries = entries},
      origin);
}

}  // namespace

TEST_CASE("an origin is admitted as the enforcer compares it") {
  const Policy upper = with_origin("https://App.acme.io");
  CHECK(under("generic", upper, "https://app.acme.io") == Admission::refused);
  CHECK(under("krakend", upper, "https://app.acme.io") == Admission::admitted);
  CHECK(under("aspnet", upper, "https://app.acme.io") == Admission::admitted);
  CHECK(under("generic", with_origin("https://app.acme.io"), "https://app.acme.io") ==
        Admission::admitted);
  CHECK(under("generic", with_origin("https://app.acme.io/"), "https://app.acme.io") ==
        Admission::refused);
}

TEST_CASE("a wildcard admits everybody where the enforcer counts it") {
  Policy both = with_origin("*");
  CHECK(under("aspnet", both, "https://a.example") == Admission::admitted);
  add(both.origins, "https://app.acme.io");
  CHECK(under("aspnet", both, "https://a.example") == Admission::refused);
  CHECK(under("starlette", both, "https://a.example") == Admission::admitted);
}

TEST_CASE("a glob admits where it is read") {
  const Policy glob = with_origin("https://*.acme.io");
  CHECK(under("krakend", glob, "https://app.acme.io") == Admission::admitted);
  CHECK(under("s3", glob, "https://app.acme.io") == Admission::admitted);
  CHECK(under("generic", glob, "https://app.acme.io") == Admission::refused);
}

TEST_CASE("a pattern admits in the enforcer's own mode") {
  const Policy open = with_pattern("https://app\\.acme\\.io");
  CHECK(under("starlette", open, "https://app.acme.io.attacker.example") == Admission::refused);
  CHECK(under("starlette@0.12", open, "https://app.acme.io.attacker.example") ==
        Admission::admitted);
  CHECK(under("traefik", with_pattern("acme\\.io"), "https://app.acme.io") == Admission::admitted);
  // KrakenD reads no patterns.
  CHECK(under("krakend", open, "https://app.acme.io") == Admission::refused);
}

TEST_CASE("what cannot be known is undecided unless something else admits") {
  Policy policy = with_pattern(R"(https://(app)\.\1\.acme\.io)");
  CHECK(under("starlette", policy, "https://app.acme.io") == Admission::undecided);
  add(policy.origins, "https://app.acme.io");
  CHECK(under("starlette", policy, "https://app.acme.io") == Admission::admitted);
  CHECK(under("generic", with_origin("${APP_URL}"), "https://app.acme.io") == Admission::undecided);
}

}  // namespace corslint
