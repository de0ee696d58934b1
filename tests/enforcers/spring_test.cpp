#include <catch2/catch.hpp>
#include <utility>

#include "tests/enforcers/differential.h"

namespace corslint::tests {
namespace {

TEST_CASE("Spring 4.3 answers as its enforcer says", "[spring]") {
  Pool pool = usual_pool();
  pool.patterns.clear();
  pool.credentials = true;
  compare_with(
      {.dialect = "spring@4.3", .command = {"tests/enforcers/spring.sh"}, .pool = std::move(pool)});
}

}  // namespace
}  // namespace corslint::tests
