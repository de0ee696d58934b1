#include "lint/report/describe.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "rules/catalog.h"
#include "tests/golden.h"

namespace corslint {
TEST_CASE("the generated catalogue is fresh") {
  test::check_golden("rules/README.md", catalogue_markdown());
}

TEST_CASE("every rule stands in the catalogue in each format") {
  const auto text = catalogue_text();
  const auto json = nlohmann::json::parse(catalogue_json());
  REQUIRE(json.size() == catalog().size());
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    const Rule& rule = *catalog()[i];
    CHECK_THAT(text, Catch::Contains("  " + std::string(rule.id) + ' '));
    CHECK(json[i]["id"] == std::string(rule.id));
    CHECK(json[i]["bad"] == std::string(rule.bad));
  }
}

}  // namespace corslint
