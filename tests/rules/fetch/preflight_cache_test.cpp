#include "rules/fetch/preflight_cache.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace corslint {
namespace {

TEST_CASE("the browsers' caps grow, and each lets more than the default through") {
  CHECK(std::is_sorted(
      max_age_caps.begin(), max_age_caps.end(),
      [](const MaxAgeCap& left, const MaxAgeCap& right) { return left.seconds < right.seconds; }));
  for (const auto& cap : max_age_caps) CHECK(cap.seconds > default_max_age);
}

TEST_CASE("an answer is kept ten minutes in Safari, two hours in Chromium and a day in Firefox") {
  CHECK(max_age_caps[0].seconds == 10 * 60);
  CHECK(max_age_caps[1].seconds == 2 * 60 * 60);
  CHECK(max_age_caps[2].seconds == 24 * 60 * 60);
}

}  // namespace
}  // namespace corslint
