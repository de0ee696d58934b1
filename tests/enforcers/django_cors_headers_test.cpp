#include <catch2/catch.hpp>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"
#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

// Most of the usual entries fail the system checks, so those that pass stand here several times.
Pool django_pool() {
  Pool pool = usual_pool();
  const std::vector<std::string> passing{"https://app.example.com",
                                         "https://example.com",
                                         "https://example.com:8443",
                                         "http://localhost:3000",
                                         "HTTPS://app.example.com",
                                         "https://App.Example.com",
                                         "null",
                                         "file://",
                                         "http://[::1]:3000",
                                         "https://user@example.com",
                                         "https://*.example.com",
                                         "capacitor://localhost"};
  for (int i = 0; i < 12; ++i)
    pool.origins.insert(pool.origins.end(), passing.begin(), passing.end());
  pool.origins.insert(pool.origins.end(), {"https://example.com#a", "https://it's.example", "h"});
  for (const auto& more : {python_patterns(), broken_python_patterns()})
    pool.patterns.insert(pool.patterns.end(), more.begin(), more.end());
  pool.max_ages.push_back(-1);
  pool.request_origins.insert(
      pool.request_origins.end(),
      {"https://[", "http://[::1", "http://[1:2]", "http://[v1.x]:80", "http://a[::1]",
       "http://[::1]x", "http://[::1%eth0]:3000", "http://[127.0.0.1]", "http://u@[::1]:3000",
       "file:x", "//example.com", "http://[::ffff:1.2.3.4]", "HTTP://localhost:3000"});
  pool.any_origin = true;
  pool.credentials = true;
  pool.private_network = true;
  pool.single_strings = true;
  return pool;
}

TEST_CASE("django-cors-headers 3.14 answers and checks as the real one does") {
  compare_with({.dialect = "django-cors-headers@3.14",
                .command = {"/usr/bin/python3", "-I", "tests/enforcers/django_cors_headers.py"},
                .pool = django_pool()});
}

TEST_CASE("django-cors-headers refuses entries with brackets around no IPv6 address") {
  Pool pool = django_pool();
  pool.origins = {"http://[::1",   "http://[localhost]", "http://::1]",   "http://[::1]",
                  "http://a[::1]", "http://[127.0.0.1]", "http://[::1]x", "http://[v1.x]"};
  compare_with({.dialect = "django-cors-headers@3.14",
                .command = {"/usr/bin/python3", "-I", "tests/enforcers/django_cors_headers.py"},
                .pool = pool,
                .start_failure_words = StartFailureWords::free});
}

TEST_CASE("django-cors-headers before 4.3 sends credentials to refused origins") {
  Policy policy;
  policy.credentials.value = true;
  PatternMatchers matchers;
  const ServerRequest request{.method = "GET", .headers = {{"origin", "https://evil.net"}}};
  const auto credentials = [&](const char* dialect) {
    const auto response = answer({policy, *find_enforcer(dialect), request, matchers});
    return get(response.headers, "access-control-allow-credentials").value_or("none");
  };
  CHECK(credentials("django-cors-headers@3.14") == "true");
  CHECK(credentials("django-cors-headers@4.2") == "true");
  CHECK(credentials("django-cors-headers@4.3") == "none");
  CHECK(credentials("django-cors-headers") == "none");
}

TEST_CASE("django-cors-headers knows private networks and fewer default headers since 4.0") {
  Policy policy;
  policy.any_origin.value = true;
  policy.private_network.value = true;
  PatternMatchers matchers;
  const ServerRequest request{.method = "OPTIONS",
                              .headers = {{"origin", "https://a.com"},
                                          {"access-control-request-method", "PUT"},
                                          {"access-control-request-private-network", "true"}}};
  const auto header = [&](const char* dialect, const char* name) {
    const auto response = answer({policy, *find_enforcer(dialect), request, matchers});
    return get(response.headers, name).value_or("none");
  };
  CHECK(header("django-cors-headers@3.14", "access-control-allow-private-network") == "none");
  CHECK(header("django-cors-headers@4.0", "access-control-allow-private-network") == "true");
  CHECK(header("django-cors-headers@3.14", "access-control-allow-headers") ==
        "accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, "
        "x-csrftoken, x-requested-with");
  CHECK(header("django-cors-headers@4.0", "access-control-allow-headers") ==
        "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with");
}

}  // namespace
}  // namespace corslint::tests
