#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

/// Whole policies rarely pass the validator of the annotation with the usual entries, so the ones
/// that it takes have the upper hand.
Pool ingress_pool() {
  Pool pool = usual_pool();
  pool.patterns.clear();
  pool.credentials = true;
  pool.single_strings = true;
  pool.max_ages.push_back(-1);
  const std::vector<std::string> taken{"https://app.example.com",
                                       "https://*.example.com",
                                       "http://*.example.com:8443",
                                       "http://localhost:3000",
                                       "HTTPS://app.example.com",
                                       "https://Example.com",
                                       "myapp://*.example.com",
                                       "https://*.",
                                       "https://",
                                       "a.comhttps://b.com",
                                       "https://a.com,https://b.com",
                                       " https://example.com ",
                                       "9a://x",
                                       "null",
                                       "",
                                       "example.com"};
  for (int times = 0; times < 8; ++times)
    pool.origins.insert(pool.origins.end(), taken.begin(), taken.end());
  pool.methods.insert(pool.methods.end(), {"GET,POST", "GET ", "get", "PUT,,GET", "GET  POST",
                                           "GET\tPUT", " GET", "PUT,"});
  pool.headers.insert(pool.headers.end(), {"X_Name", "a b", "x-one,x-two"});
  pool.request_origins.insert(
      pool.request_origins.end(),
      {"https://evil-null", "http://null", "xhttps://app.example.com", "https://x.EXAMPLE.com",
       "http://a-1.example.com:8443", "myapp://x.example.com", "https://x.", "https://"});
  return pool;
}

TEST_CASE("the configuration that ingress-nginx writes makes nginx answer as the enforcer does") {
  compare_with({.dialect = "ingress-nginx",
                .command = {"/usr/bin/python3", "tests/enforcers/ingress_nginx.py"},
                .pool = ingress_pool()});
}

}  // namespace
}  // namespace corslint::tests
