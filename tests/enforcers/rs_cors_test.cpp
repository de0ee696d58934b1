#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

Pool rs_cors_pool() {
  Pool pool = usual_pool();
  pool.patterns.clear();
  pool.credentials = true;
  pool.max_ages.push_back(-1);
  pool.origins.insert(pool.origins.end(), {"https://*example.com", "https://ex*example.com",
                                           "https://app.*.com", "https://*.EXAMPLE.com"});
  pool.requested_headers.insert(pool.requested_headers.end(), {"origin", "Origin", "x_a-b"});
  pool.headers.emplace_back("X_A-B");
  return pool;
}

TEST_CASE("rs/cors 1.7.0 answers as the library itself does") {
  compare_with({.dialect = "rs-cors@1.7.0",
                .command = {"tests/enforcers/go_program.sh", "tests/enforcers/rs_cors.go"},
                .pool = rs_cors_pool()});
}

}  // namespace
}  // namespace corslint::tests
