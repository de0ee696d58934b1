#include "lint/read/field_names.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace corslint;

TEST_CASE("a key is recognised whatever its case and separators") {
  for (const std::string_view key :
       {"allow_origins", "allowOrigins", "AllowOrigins", "allow-origins", "ALLOW_ORIGINS",
        "alloworigins", "allow.origins"}) {
    INFO(key);
    CHECK(field_named(key) == Field::origins);
  }
}

TEST_CASE("usual synonyms name the same field") {
  const std::vector<std::pair<std::string_view, Field>> rows{
      {"origins", Field::origins},
      {"allowed_origins", Field::origins},
      {"Access-Control-Allow-Origin", Field::origins},
      {"origin_regex", Field::origin_patterns},
      {"allowedOriginPatterns", Field::origin_patterns},
      {"methods", Field::methods},
      {"allowed_methods", Field::methods},
      {"headers", Field::headers},
      {"allowed_headers", Field::headers},
      {"exposed_headers", Field::exposed_headers},
      {"AllowAll", Field::any_origin},
      {"credentials", Field::credentials},
      {"supports_credentials", Field::credentials},
      {"allow_private_network", Field::private_network},
      {"enabled", Field::enabled},
      {"addVaryHeader", Field::vary},
      {"maxAgeSeconds", Field::max_age},
      {"dialect", Field::dialect},
      {"environment", Field::environment},
  };
  for (const auto& [key, field] : rows) {
    INFO(key);
    CHECK(field_named(key) == field);
  }
}

TEST_CASE("other keys name no field") {
  for (const std::string_view key :
       {"", "_", "cors", "cors_origins", "trusted_origins", "allow", "max", "host", "url"}) {
    INFO(key);
    CHECK_FALSE(field_named(key));
  }
}

TEST_CASE("a key outside of a policy has to say cors") {
  const std::vector<std::pair<std::string_view, Field>> rows{
      {"cors_origins", Field::origins},       {"cors_allowed_origins", Field::origins},
      {"CORSOrigins", Field::origins},        {"corsdomain", Field::origins},
      {"allow_cors_origins", Field::origins}, {"enable_cors", Field::enabled},
      {"cors-enabled", Field::enabled},       {"corsMaxAge", Field::max_age},
  };
  for (const auto& [key, field] : rows) {
    INFO(key);
    CHECK(cors_field_named(key) == field);
  }
  for (const std::string_view key :
       {"", "cors", "origins", "allowed_origins", "corsair", "domain"}) {
    INFO(key);
    CHECK_FALSE(cors_field_named(key));
  }
}

TEST_CASE("every field has one native spelling that names it") {
  std::set<std::string_view> seen;
  for (const auto spelling : field_spellings()) {
    INFO(spelling);
    const auto field = field_named(spelling);
    REQUIRE(field);
    CHECK(field_name(*field) == spelling);
    CHECK(seen.insert(spelling).second);
  }
  CHECK(seen.size() == static_cast<std::size_t>(Field::environment) + 1);
}
