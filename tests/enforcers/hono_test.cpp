#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"
#include "tests/enforcers/node_pool.h"

namespace corslint::tests {
namespace {

Pool hono_pool() {
  Pool pool = node_pool();
  pool.patterns.clear();
  return pool;
}

void compare(std::string_view dialect, const std::string& package) {
  compare_with({.dialect = dialect,
                .command = {"node", "tests/enforcers/hono.mjs", package},
                .pool = hono_pool()});
}

TEST_CASE("Hono answers as its own middleware 4.13.19 does") {
  compare("hono", "hono");
}

TEST_CASE("Hono 4.13.0 joins its lists in each request") {
  compare("hono@4.13.0", "hono-4.13.0");
}

TEST_CASE("Hono since 4.12.25 sends a literal wildcard with credentials") {
  compare("hono@4.12.34", "hono-4.12.34");
}

TEST_CASE("Hono 4.12.24 reflects every origin with credentials") {
  compare("hono@4.12.24", "hono-4.12.24");
}

TEST_CASE("Hono before 4.12.9 sends a literal wildcard with credentials") {
  compare("hono@4.12.8", "hono-4.12.8");
}

TEST_CASE("Hono before 4.6.5 answers unlisted origins with the first one listed") {
  compare("hono@4.6.4", "hono-4.6.4");
}

}  // namespace
}  // namespace corslint::tests
