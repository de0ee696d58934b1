#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

const PolicyInBrief example{.origins = {"https://www.example.com"},
                            .methods = {"GET", "PUT"},
                            .headers = {"x-a"},
                            .exposed = {"etag"},
                            .credentials = true,
                            .max_age = 300};

TEST_CASE("CloudFront answers as its documentation says", "[cloudfront]") {
  check_answers(
      "cloudfront",
      {
          {"headers are added to requests with an Origin", example, "GET", {"200", "vary: Origin"}},
          {"an origin of the list",
           example,
           "GET origin=https://www.example.com",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-origin: https://www.example.com",
            "access-control-expose-headers: etag", "vary: Origin"}},
          {"another origin", example, "GET origin=https://example.com", {"200", "vary: Origin"}},
          {"a preflight",
           example,
           "OPTIONS origin=https://www.example.com method=PUT headers=x-a",
           {"200", "access-control-allow-credentials: true", "access-control-allow-headers: x-a",
            "access-control-allow-methods: GET, PUT",
            "access-control-allow-origin: https://www.example.com", "access-control-max-age: 300",
            "vary: Origin"}},
          {"`ALL` is every method, and `*` every origin",
           {.origins = {"*"}, .methods = {"ALL"}},
           "OPTIONS origin=https://b.com method=PUT",
           {"200", "access-control-allow-methods: GET, DELETE, HEAD, OPTIONS, PATCH, POST, PUT",
            "access-control-allow-origin: *"}},
      });
}

TEST_CASE("CloudFront knows subdomains", "[cloudfront]") {
  const PolicyInBrief policy{.origins = {"https://*.b.com"}};
  CHECK(entries_admit("cloudfront", policy, "https://a.b.com"));
  CHECK_FALSE(entries_admit("cloudfront", policy, "https://b.com"));
  CHECK_FALSE(entries_admit("cloudfront", policy, "https://ab.com"));
}

TEST_CASE("CloudFront refuses what its documentation and its users say it refuses",
          "[cloudfront]") {
  const auto refused = [](const PolicyInBrief& policy) { return refusal("cloudfront", policy); };
  CHECK(refused({.origins = {}}) == "CloudFront refuses a CORS configuration without origins");
  CHECK(refused({.origins = {"https://a.com"}, .methods = {"PROPFIND"}}) ==
        "CloudFront knows no method `PROPFIND`");
  for (const std::string origin :
       {"https://a.*", "https://a.*.com", "https://a*b.com:8443", "a*.b"})
    CHECK(refused({.origins = {origin}}) ==
          "CloudFront takes `*` as the first label of a domain only");
  for (const std::string origin : {"*", "https://*.a.com", "*.a.com", "https://*.a.com:*"})
    CHECK(refused({.origins = {origin}}).empty());
  const PolicyInBrief any_header{.origins = {"https://a.com"}, .headers = {"x-a", "*"}};
  CHECK(refused(any_header).empty());
  auto with_credentials = any_header;
  with_credentials.credentials = true;
  CHECK(refused(with_credentials) ==
        "CloudFront refuses `*` among the allowed headers of a policy with credentials");
}

}  // namespace
}  // namespace corslint::tests
