#include "lint/run/configuration/version_requirement.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {

TEST_CASE("a version satisfies a requirement or not") {
  struct Case {
    std::string version;
    std::string requirement;
    bool holds;
  };
  const std::vector<Case> cases{
      {"0.1.0", ">=0.1", true},    {"0.1.0", ">=0.1.1", false}, {"0.1.0", ">0.1", false},
      {"0.1.1", ">0.1", true},     {"0.1.0", "<1", true},       {"1.0.0", "<1", false},
      {"1.0.0", "<=1", true},      {"1.0.1", "<=1", false},     {"0.1.7", "==0.1", true},
      {"0.1.7", "0.1", true},      {"0.1.7", "==0.1.0", false}, {"0.1.7", "!=0.1", false},
      {"0.2.0", "!=0.1", true},    {"0.10.0", ">=0.9", true},   {"1.5.0", ">=1, <2", true},
      {"2.0.0", ">=1, <2", false}, {"1.5.0", " >= 1.5 ", true}, {"1.5.0", ">=1,!=1.5.0", false},
  };
  for (const auto& [version, requirement, holds] : cases) {
    CAPTURE(version, requirement);
    REQUIRE(satisfies(version, requirement));
    CHECK(*satisfies(version, requirement) == holds);
  }
}

TEST_CASE("what is no requirement has no answer") {
  for (const std::string requirement : {"", ",", ">=", "latest", ">=1.x", "^1.0", "~1", ">=1,",
                                        "1.2.3.4", "=>1", ">= -1", "99999999999999999999"}) {
    CAPTURE(requirement);
    CHECK_FALSE(satisfies("1.0.0", requirement));
  }
}

}  // namespace corslint
