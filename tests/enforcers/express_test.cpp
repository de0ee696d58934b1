#include <catch2/catch.hpp>

#include "tests/enforcers/differential.h"
#include "tests/enforcers/node_pool.h"

namespace corslint::tests {
namespace {

TEST_CASE("Express answers as its package cors 2.8 does") {
  compare_with({.dialect = "express",
                .command = {"node", "tests/enforcers/express.mjs"},
                .pool = regexp_pool(),
                .start_failure_words = StartFailureWords::free});
}

}  // namespace
}  // namespace corslint::tests
