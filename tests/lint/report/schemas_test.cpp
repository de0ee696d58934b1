#include "lint/report/schemas.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "lint/read/field_descriptions.h"
#include "tests/golden.h"

namespace corslint {

TEST_CASE("the schemas in the repository are those of the tables") {
  test::check_golden("schemas/config.schema.json", configuration_schema());
  test::check_golden("schemas/policy.schema.json", policy_schema());
}

TEST_CASE("every key of the native form is described, in order") {
  const auto names = field_spellings();
  const auto descriptions = field_descriptions();
  REQUIRE(descriptions.size() == names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    CHECK(field_name(descriptions[i].field) == names[i]);
}

}  // namespace corslint
