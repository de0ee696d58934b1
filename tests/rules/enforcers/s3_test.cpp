#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

constexpr const char* vary =
    "vary: Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

/// The rule of LocalStack's test_cors_match_origins.
const PolicyInBrief rule{.origins = {"https://localhost:4200"},
                         .methods = {"GET", "PUT"},
                         .headers = {"*"},
                         .max_age = 3000};
const PolicyInBrief open_rule{
    .origins = {"*"}, .methods = {"GET", "PUT"}, .headers = {"*"}, .max_age = 3000};
/// The second rule of test_cors_match_headers.
const PolicyInBrief named_headers{
    .origins = {"https://localhost:4200"},
    .methods = {"GET"},
    .headers = {"x-amz-expected-bucket-owner", "x-AMZ-server-SIDE-encryption", "x-meta-*-id"}};
const std::vector<std::string> admitted{"200",
                                        "access-control-allow-credentials: true",
                                        "access-control-allow-methods: GET, PUT",
                                        "access-control-allow-origin: https://localhost:4200",
                                        "access-control-max-age: 3000",
                                        vary};

TEST_CASE("S3 answers as it was recorded", "[s3]") {
  check_answers(
      "s3", {
                {"test_cors_match_origins opt-no-origin", rule, "OPTIONS", {"400"}},
                {"test_cors_match_origins get-no-origin", rule, "GET", {"200"}},
                {"test_cors_match_origins opt-referer",
                 rule,
                 "OPTIONS referer=https://localhost:4200 method=PUT",
                 {"400"}},
                {"test_cors_match_origins opt-right-origin", rule,
                 "OPTIONS origin=https://localhost:4200 method=PUT", admitted},
                {"test_cors_match_origins get-right-origin", rule,
                 "GET origin=https://localhost:4200", admitted},
                {"test_cors_match_origins opt-wrong-origin",
                 rule,
                 "OPTIONS origin=http://localhost:4200 method=PUT",
                 {"403"}},
                {"test_cors_match_origins get-wrong-origin",
                 rule,
                 "GET origin=http://localhost:4200",
                 {"200"}},
                {"test_cors_match_origins get-random-wildcard-origin",
                 open_rule,
                 "GET origin=http://random:1234",
                 {"200", "access-control-allow-methods: GET, PUT", "access-control-allow-origin: *",
                  "access-control-max-age: 3000", vary}},
                {"test_cors_match_methods opt-put: a method that is not listed",
                 rule,
                 "OPTIONS origin=https://localhost:4200 method=DELETE",
                 {"403"}},
                {"test_cors_match_methods get-wrong-op: the method asked for counts",
                 rule,
                 "GET origin=https://localhost:4200 method=DELETE",
                 {"200"}},
                {"test_cors_match_methods put-op: actual requests are checked too",
                 rule,
                 "DELETE origin=https://localhost:4200",
                 {"200"}},
                {"OPTIONS is never a listed method",
                 rule,
                 "OPTIONS origin=https://localhost:4200",
                 {"403"}},
            });
}

TEST_CASE("S3 compares header names as it was recorded", "[s3]") {
  const auto with_headers = [](const std::string& names) -> std::vector<std::string> {
    return {"200",
            "access-control-allow-credentials: true",
            "access-control-allow-headers: " + names,
            "access-control-allow-methods: GET",
            "access-control-allow-origin: https://localhost:4200",
            vary};
  };
  const std::string ask = "OPTIONS origin=https://localhost:4200 method=GET headers=";
  const std::string allowed = ask + "x-amz-expected-bucket-owner";
  const std::string other_case = ask + "x-amz-expected-bucket-owner,X-amz-server-side-Encryption";
  const std::string refused = ask + "x-amz-request-payer";
  const std::string one_refused = ask + "x-amz-expected-bucket-owner,x-amz-request-payer";
  const std::string in_star = ask + "X-Meta-some-Id";
  const std::string overlapping = ask + "x-meta-id";
  check_answers(
      "s3",
      {
          {"test_cors_match_headers opt-get-allowed", named_headers, allowed,
           with_headers("x-amz-expected-bucket-owner")},
          {"test_cors_match_headers opt-get-allowed-diff-casing", named_headers, other_case,
           with_headers("x-amz-expected-bucket-owner, x-amz-server-side-encryption")},
          {"test_cors_match_headers opt-get-non-allowed", named_headers, refused, {"403"}},
          {"every name has to be allowed", named_headers, one_refused, {"403"}},
          {"test_cors_match_headers get-non-allowed-with-acl",
           named_headers,
           "GET origin=https://localhost:4200 headers=x-amz-request-payer",
           {"200"}},
          {"user guide: one `*` in an AllowedHeader", named_headers, in_star,
           with_headers("x-meta-some-id")},
          {"a `*` does not share characters", named_headers, overlapping, {"403"}},
          {"test_cors_expose_headers",
           {.origins = {"*"}, .methods = {"GET"}, .exposed = {"x-amz-id-2", "x-amz-request-id"}},
           "OPTIONS origin=localhost:4566 method=GET",
           {"200", "access-control-allow-methods: GET", "access-control-allow-origin: *",
            "access-control-expose-headers: x-amz-id-2, x-amz-request-id", vary}},
          {"test_put_cors_default_values opt-get-headers: no AllowedHeaders",
           {.origins = {"*"}, .methods = {"GET"}},
           "OPTIONS origin=localhost:4566 method=GET headers=x-amz-request-payer",
           {"403"}},
      });
}

TEST_CASE("S3 admits by one `*` in an origin", "[s3]") {
  const PolicyInBrief glob{.origins = {"http://www.example*.com"}, .methods = {"GET"}};
  CHECK(entries_admit("s3", glob, "http://www.example1.com"));
  CHECK(entries_admit("s3", glob, "http://www.example.evil.com"));
  CHECK_FALSE(entries_admit("s3", glob, "http://www.example1.com:80"));
  CHECK_FALSE(entries_admit("s3", glob, "http://www.EXAMPLE1.com"));
}

TEST_CASE("S3 refuses what PutBucketCors refuses", "[s3]") {
  const std::string malformed =
      "The XML you provided was not well-formed or did not validate against our published schema";
  CHECK(refusal("s3", {.methods = {"GET"}}) == malformed);
  CHECK(refusal("s3", {.origins = Entries::none(), .methods = {"GET"}}) == malformed);
  CHECK(refusal("s3", {.origins = {"*"}}) == malformed);
  CHECK(refusal("s3", {.origins = {"*"}, .methods = {"GET", "MYMETHOD"}}) ==
        "Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD");
  CHECK(refusal("s3", {.origins = {"*"}, .methods = {"*"}}) ==
        "Found unsupported HTTP method in CORS config. Unsupported method is *");
  CHECK(refusal("s3", {.origins = {"https://*.*.com"}, .methods = {"GET"}}) ==
        "AllowedOrigin \"https://*.*.com\" can not have more than one wildcard.");
  CHECK(refusal("s3", {.origins = {"*"}, .methods = {"GET"}, .headers = {"*-*"}}) ==
        "AllowedHeader \"*-*\" can not have more than one wildcard.");
  CHECK(refusal("s3", {.origins = {"*"}, .methods = {"GET"}, .exposed = {"x-*"}}) ==
        "ExposeHeader \"x-*\" contains wildcard. We currently do not support wildcard for "
        "ExposeHeader.");
  CHECK(refusal("s3", {.origins = {""}, .methods = {"GET"}}).empty());
}

}  // namespace
}  // namespace corslint::tests
