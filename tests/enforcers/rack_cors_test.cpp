#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

Pool rack_cors_pool() {
  Pool pool = usual_pool();
  pool.any_origin = true;
  pool.credentials = true;
  pool.single_strings = true;
  pool.max_ages.push_back(-1);
  pool.origins.insert(pool.origins.end(), {"localhost:3000", "example.com:443", "a.b|c", "[::1]"});
  return pool;
}

TEST_CASE("rack-cors 1.1.1 answers as the middleware itself does") {
  compare_with({.dialect = "rack-cors",
                .command = {"/usr/bin/ruby", "tests/enforcers/rack_cors.rb"},
                .pool = rack_cors_pool()});
}

}  // namespace
}  // namespace corslint::tests
