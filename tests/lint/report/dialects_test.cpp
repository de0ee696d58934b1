#include "lint/report/dialects.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "rules/enforcers/enforcer.h"
#include "tests/golden.h"

namespace corslint {

TEST_CASE("every dialect is listed once with its versions") {
  const auto json = nlohmann::json::parse(dialects_json());
  std::size_t versions = 0;
  for (const auto& dialect : json) {
    INFO(dialect.dump());
    CHECK(find_enforcer(dialect["name"].get<std::string>()) != nullptr);
    CHECK_THAT(dialects_text(), Catch::Contains(dialect["title"].get<std::string>()));
    versions += dialect["versions"].size();
  }
  std::size_t expected = 0;
  for (const Enforcer* enforcer : enforcers()) expected += enforcer->since.empty() ? 0U : 1U;
  CHECK(versions == expected);
}

TEST_CASE("the generated table of enforcers is fresh") {
  test::check_golden("rules/enforcers/README.md", dialects_markdown());
}

TEST_CASE("every enforcer says where its policies live and what its facts rest on") {
  for (const Enforcer* enforcer : enforcers()) {
    CAPTURE(enforcer->name, enforcer->since);
    CHECK_FALSE(enforcer->title.empty());
    CHECK_FALSE(enforcer->summary.empty());
    CHECK_FALSE(enforcer->wildcard_with_credentials_text.empty());
    CHECK_FALSE(enforcer->empty_origins_text.empty());
    CHECK_FALSE(enforcer->evidence.empty());
    CHECK(enforcer->answer != nullptr);
  }
}

}  // namespace corslint
