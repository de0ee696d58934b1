// Case files of these rules are named after production, which their policies then take for their
// environment; what the rules do without one is tested here.

#include <catch2/catch.hpp>

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/enforcers/enforcer.h"
#include "rules/pattern/analyses.h"

namespace corslint {
namespace {

Policy with_origins(std::initializer_list<const char*> values) {
  Policy policy;
  policy.origins.form = ListForm::list;
  for (const char* value : values) {
    Text text;
    text.value = value;
    policy.origins.entries.push_back(text);
  }
  return policy;
}

Findings findings_of(const Rule& rule, const char* dialect, const Policy& policy) {
  Findings findings;
  PatternAnalyses analyses;
  PatternMatchers matchers;
  const Enforcer& enforcer = *find_enforcer(dialect);
  const auto entries = entries_of(policy, enforcer);
  rule.check(policy,
             {.enforcer = enforcer, .analyses = analyses, .matchers = matchers, .entries = entries},
             findings);
  return findings;
}

}  // namespace

TEST_CASE("loopback in a bucket's policy is reported where a public site stands beside it") {
  const auto beside = with_origins({"https://www.acme.io", "http://localhost:3000"});
  for (const char* store : {"s3", "gcs"}) {
    const auto findings = findings_of(rules::loopback_in_production, store, beside);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == Severity::warning);
    CHECK(findings_of(rules::loopback_in_production, store, with_origins({"http://localhost:3000"}))
              .empty());
  }
  const auto elsewhere = findings_of(rules::loopback_in_production, "generic", beside);
  REQUIRE(elsewhere.size() == 1);
  CHECK(elsewhere.front().severity == Severity::info);
}

TEST_CASE("loopback in a bucket for development is as it should be") {
  auto policy = with_origins({"https://www.acme.io", "http://localhost:3000"});
  policy.environment = Environment::development;
  CHECK(findings_of(rules::loopback_in_production, "s3", policy).empty());
}

TEST_CASE("without an environment only names without a domain are worth a word") {
  const auto findings = findings_of(rules::private_address_in_production, "generic",
                                    with_origins({"http://frontend:3000", "http://192.168.1.10"}));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::info);
}

}  // namespace corslint
