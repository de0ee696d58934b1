#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"
#include "tests/enforcers/node_pool.h"

namespace corslint::tests {
namespace {

Pool koa_pool() {
  Pool pool = node_pool();
  pool.patterns.clear();
  pool.private_network = true;
  return pool;
}

TEST_CASE("Koa answers as @koa/cors 5 does") {
  compare_with(
      {.dialect = "koa", .command = {"node", "tests/enforcers/koa.mjs"}, .pool = koa_pool()});
}

TEST_CASE("Koa before 5 answers as @koa/cors 4 does") {
  compare_with({.dialect = "koa@4.0",
                .command = {"node", "tests/enforcers/koa.mjs", "@koa/cors-4"},
                .pool = koa_pool()});
}

}  // namespace
}  // namespace corslint::tests
