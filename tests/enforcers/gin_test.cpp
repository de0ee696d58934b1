#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

/// Most of the usual entries are refused at the start, so those that are taken have the upper hand.
Pool gin_pool() {
  Pool pool = usual_pool();
  pool.patterns.clear();
  pool.any_origin = true;
  pool.credentials = true;
  pool.origin_globs = true;
  pool.max_ages.push_back(-1);
  const std::vector<std::string> taken{"https://app.example.com",
                                       "https://Example.com",
                                       "https://*.example.com",
                                       "https://ex*example.com",
                                       "https://app.*.com",
                                       "http://localhost:*",
                                       "http://*",
                                       "*.example.com",
                                       "https://example.com/*",
                                       "https://Example.com/*",
                                       "https://example.com ",
                                       "https://app.example.com\t",
                                       "/https://.*\\.example\\.com/"};
  for (int times = 0; times < 8; ++times)
    pool.origins.insert(pool.origins.end(), taken.begin(), taken.end());
  pool.request_origins.insert(pool.request_origins.end(),
                              {"https://app.com", "https://example.community"});
  pool.headers.insert(pool.headers.end(), {" x-blank ", "X_Under-Score"});
  return pool;
}

TEST_CASE("gin-contrib/cors 1.4.0 with Debian's repair answers as the middleware itself does") {
  compare_with({.dialect = "gin@1.6",
                .command = {"tests/enforcers/go_program.sh", "tests/enforcers/gin.go"},
                .pool = gin_pool()});
}

}  // namespace
}  // namespace corslint::tests
