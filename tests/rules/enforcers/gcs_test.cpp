#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

/// The example of the documentation ("Set up and view CORS configurations").
const PolicyInBrief example{.origins = {"https://example.appspot.com"},
                            .methods = {"GET", "HEAD", "DELETE"},
                            .headers = {"Content-Type"},
                            .max_age = 3600};

TEST_CASE("Cloud Storage answers as its documentation says", "[gcs]") {
  check_answers("gcs",
                {
                    {"simple requests: Access-Control-Allow-Origin holds the request's Origin",
                     example,
                     "GET origin=https://example.appspot.com",
                     {"200", "access-control-allow-origin: https://example.appspot.com",
                      "access-control-expose-headers: Content-Type", "vary: Origin"}},
                    {"simple requests: the origin has to match",
                     example,
                     "GET origin=https://other.com",
                     {"200"}},
                    {"simple requests: exactly, scheme, host and port",
                     example,
                     "GET origin=https://example.appspot.com:8443",
                     {"200"}},
                    {"simple requests: the method has to match",
                     example,
                     "PUT origin=https://example.appspot.com",
                     {"200"}},
                    {"a request without Origin is no CORS request", example, "GET", {"200"}},
                    {"preflights: the methods and headers that the bucket allows",
                     example,
                     "OPTIONS origin=https://example.appspot.com method=DELETE headers=x-other",
                     {"200", "access-control-allow-headers: Content-Type",
                      "access-control-allow-methods: GET,HEAD,DELETE",
                      "access-control-allow-origin: https://example.appspot.com",
                      "access-control-max-age: 3600", "vary: Origin"}},
                    {"preflights: a method that is not listed",
                     example,
                     "OPTIONS origin=https://example.appspot.com method=PUT",
                     {"200"}},
                    {"cors-configurations: `*` as origin, method and header",
                     {.origins = {"*"}, .methods = {"*"}, .headers = {"*"}},
                     "OPTIONS origin=https://a.com method=PUT headers=x-a,x-b",
                     {"200", "access-control-allow-headers: x-a,x-b",
                      "access-control-allow-methods: PUT", "access-control-allow-origin: *"}},
                    {"credentials are no setting of a bucket",
                     {.origins = {"*"}, .methods = {"GET"}, .credentials = true},
                     "GET origin=https://a.com",
                     {"200", "access-control-allow-origin: *"}},
                });
}

}  // namespace
}  // namespace corslint::tests
