#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

/// The example of the developer guide ("Configure CORS for HTTP APIs in API Gateway").
const PolicyInBrief example{.origins = {"https://www.example.com"},
                            .methods = {"GET", "POST", "DELETE"},
                            .headers = {"authorization"},
                            .exposed = {"date", "x-api-id"},
                            .credentials = true,
                            .max_age = 300};

TEST_CASE("API Gateway answers as its documentation says", "[api-gateway]") {
  check_answers(
      "api-gateway",
      {
          {"headers are returned only to requests with an Origin", example, "GET", {"200"}},
          {"the configured headers are added to the integration's answer",
           example,
           "GET origin=https://www.example.com",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-origin: https://www.example.com",
            "access-control-expose-headers: date,x-api-id"}},
          {"another origin gets none", example, "GET origin=https://example.com", {"200"}},
          {"preflights are answered without a route",
           example,
           "OPTIONS origin=https://www.example.com method=PUT headers=x-a",
           {"204", "access-control-allow-credentials: true",
            "access-control-allow-headers: authorization",
            "access-control-allow-methods: GET,POST,DELETE",
            "access-control-allow-origin: https://www.example.com",
            "access-control-expose-headers: date,x-api-id", "access-control-max-age: 300"}},
          {"a preflight from another origin",
           example,
           "OPTIONS origin=https://a.com method=GET",
           {"204"}},
          {"OPTIONS without a method asked for is no preflight",
           example,
           "OPTIONS origin=https://a.com",
           {"200"}},
          {"`*` is sent as it stands",
           {.origins = {"https://a.com", "*"}, .methods = {"*"}, .headers = {"*"}},
           "OPTIONS origin=https://b.com method=PUT headers=x-a",
           {"204", "access-control-allow-headers: *", "access-control-allow-methods: *",
            "access-control-allow-origin: *"}},
      });
}

TEST_CASE("API Gateway knows a wildcard for every origin of a scheme", "[api-gateway]") {
  const PolicyInBrief secure{.origins = {"https://*"}};
  CHECK(entries_admit("api-gateway", secure, "https://a.b.com:8443"));
  CHECK_FALSE(entries_admit("api-gateway", secure, "http://a.b.com"));
  CHECK(entries_admit("api-gateway", {.origins = {"http://*"}}, "http://localhost:3000"));
  CHECK_FALSE(entries_admit("api-gateway", {.origins = {"https://*.b.com"}}, "https://a.b.com"));
}

TEST_CASE("API Gateway refuses `*` with credentials", "[api-gateway]") {
  const std::string message = "allow-credentials is not supported if 'allow-origin' is *";
  CHECK(refusal("api-gateway", {.origins = {"https://a.com", "*"}, .credentials = true}) ==
        message);
  CHECK(refusal("api-gateway", {.origins = {"https://*"}, .credentials = true}).empty());
  CHECK(refusal("api-gateway", {.origins = {"*"}}).empty());
}

}  // namespace
}  // namespace corslint::tests
