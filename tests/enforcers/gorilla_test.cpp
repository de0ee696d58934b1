#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

Pool gorilla_pool() {
  Pool pool = usual_pool();
  pool.patterns.clear();
  pool.credentials = true;
  pool.max_ages.insert(pool.max_ages.end(), {-1, 599, 601});
  pool.preflight_statuses = {200, 200, 204, 204, 299, 404, 500, 599,  600,
                             999, 100, 101, 103, 199, 99,  0,   -204, 1000};
  pool.methods.insert(pool.methods.end(), {" put ", "", " ", "\tDELETE"});
  pool.headers.insert(pool.headers.end(),
                      {" x-blank ", "", "  ", "X_Under-Score", "x y", "Origin"});
  pool.exposed_headers.insert(pool.exposed_headers.end(), {"", " x-blank\t", "x y", "etag"});
  pool.requested_headers.insert(pool.requested_headers.end(),
                                {"origin", "content-language", "x y", "x_under-score"});
  return pool;
}

TEST_CASE("gorilla/handlers 1.5.1 answers as the library itself does") {
  compare_with({.dialect = "gorilla@1.5.1",
                .command = {"tests/enforcers/go_program.sh", "tests/enforcers/gorilla.go"},
                .pool = gorilla_pool()});
}

}  // namespace
}  // namespace corslint::tests
