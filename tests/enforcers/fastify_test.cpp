#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"
#include "tests/enforcers/node_pool.h"

namespace corslint::tests {
namespace {

TEST_CASE("Fastify answers as @fastify/cors 11 does") {
  compare_with({.dialect = "fastify",
                .command = {"node", "tests/enforcers/fastify.mjs"},
                .pool = regexp_pool(),
                .start_failure_words = StartFailureWords::free});
}

TEST_CASE("Fastify before 11 answers as @fastify/cors 10 does") {
  compare_with({.dialect = "fastify@10.1",
                .command = {"node", "tests/enforcers/fastify.mjs", "@fastify/cors-10"},
                .pool = regexp_pool(),
                .start_failure_words = StartFailureWords::free});
}

}  // namespace
}  // namespace corslint::tests
