#include <catch2/catch.hpp>
#include <string>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

const PolicyInBrief open{
    .origins = {"*"}, .methods = {"*"}, .headers = {"*"}, .exposed = {"*"}, .credentials = true};

TEST_CASE("Traefik since 3.7.6 reflects where it sent `*` with credentials before", "[traefik]") {
  check_answers(
      "traefik",
      {{"header.go 3.7.9, processCorsHeaders",
        open,
        "OPTIONS origin=https://a.com method=PUT headers=x-b,x-a",
        {"200", "access-control-allow-credentials: true", "access-control-allow-headers: x-b,x-a",
         "access-control-allow-methods: PUT", "access-control-allow-origin: https://a.com"}},
       {"3.7.9, PostRequestModifyResponseHeaders: the exposed `*` is dropped",
        open,
        "GET origin=https://a.com",
        {"200", "access-control-allow-credentials: true",
         "access-control-allow-origin: https://a.com"}}});
  for (const std::string version : {"traefik@3.7.5", "traefik@3.6.21", "traefik@2"})
    check_answers(version,
                  {{"header.go 3.6.20, processCorsHeaders",
                    open,
                    "OPTIONS origin=https://a.com method=PUT headers=x-b,x-a",
                    {"200", "access-control-allow-credentials: true",
                     "access-control-allow-headers: *", "access-control-allow-methods: *",
                     "access-control-allow-origin: *", "access-control-max-age: 0"}},
                   {"3.6.20, PostRequestModifyResponseHeaders",
                    open,
                    "GET origin=https://a.com",
                    {"200", "access-control-allow-credentials: true",
                     "access-control-allow-origin: *", "access-control-expose-headers: *"}}});
}

TEST_CASE("Traefik names credentials and methods to origins that it refuses", "[traefik]") {
  const PolicyInBrief policy{.origins = {"https://a.com"},
                             .patterns = {R"(b\.com)"},
                             .methods = {"GET", "PUT"},
                             .credentials = true,
                             .max_age = 5};
  check_answers("traefik",
                {{"processCorsHeaders",
                  policy,
                  "OPTIONS origin=https://evil.net method=PUT",
                  {"200", "access-control-allow-credentials: true",
                   "access-control-allow-methods: GET,PUT", "access-control-max-age: 5"}},
                 {"matchOrigin: a pattern matches any part",
                  policy,
                  "GET origin=https://b.com.evil.net",
                  {"200", "access-control-allow-credentials: true",
                   "access-control-allow-origin: https://b.com.evil.net"}},
                 {"`OPTIONS` without Origin goes on to the service",
                  policy,
                  "OPTIONS method=PUT",
                  {"200", "access-control-allow-credentials: true"}}});
}

TEST_CASE("Traefik does not build a middleware with a pattern that does not compile", "[traefik]") {
  CHECK(refusal("traefik", {.patterns = {"https://(a"}})
            .starts_with("error occurred during origin parsing: error parsing regexp: "));
  CHECK(refusal("traefik", {.patterns = {"https://a"}}).empty());
}

}  // namespace
}  // namespace corslint::tests
