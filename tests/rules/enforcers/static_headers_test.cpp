#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

TEST_CASE("a file of literal headers is sent as it stands with every answer", "[static-headers]") {
  check_answers(
      "static-headers",
      {
          {"nobody is compared",
           {.origins = {"https://a.com"}},
           "GET origin=https://evil.net",
           {"200", "access-control-allow-origin: https://a.com"}},
          {"no request is needed that names an origin",
           {.origins = {"https://a.com"}},
           "GET",
           {"200", "access-control-allow-origin: https://a.com"}},
          {"several entries are one value",
           {.origins = {"https://a.com", "https://b.com"}},
           "GET origin=https://a.com",
           {"200", "access-control-allow-origin: https://a.com, https://b.com"}},
          {"a preflight gets what every request gets",
           {.origins = {"*"},
            .methods = {"GET", "PUT"},
            .headers = {"*"},
            .exposed = {"ETag"},
            .credentials = true,
            .private_network = true,
            .max_age = 0},
           "OPTIONS origin=https://a.com method=DELETE headers=x-a",
           {"200", "access-control-allow-credentials: true", "access-control-allow-headers: *",
            "access-control-allow-methods: GET, PUT", "access-control-allow-origin: *",
            "access-control-allow-private-network: true", "access-control-expose-headers: ETag",
            "access-control-max-age: 0"}},
          {"without origins none is named",
           {.origins = Entries::none(), .methods = {"GET"}},
           "GET origin=https://a.com",
           {"200", "access-control-allow-methods: GET"}},
      });
}

TEST_CASE("of several literal origins none admits anybody", "[static-headers]") {
  CHECK(entries_admit("static-headers", {.origins = {"https://a.com"}}, "https://a.com"));
  CHECK_FALSE(entries_admit("static-headers", {.origins = {"https://a.com", "https://b.com"}},
                            "https://a.com"));
}

}  // namespace
}  // namespace corslint::tests
