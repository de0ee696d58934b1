#include "lint/run/configuration/date.h"

#include <catch2/catch.hpp>
#include <string>

namespace corslint {

TEST_CASE("a date is read if the calendar has it") {
  for (const std::string text :
       {"2026-11-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    CAPTURE(text);
    REQUIRE(date_of(text));
    CHECK(date_text(*date_of(text)) == text);
  }
}

TEST_CASE("anything else is no date") {
  for (const std::string text :
       {"", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
        "26-01-01", "2026/01/01", "2026-01-01T00:00:00Z", " 2026-01-01", "2026-01-0x"}) {
    CAPTURE(text);
    CHECK_FALSE(date_of(text));
  }
}

TEST_CASE("days are in order, and today is not in the past of this test") {
  CHECK(*date_of("2026-11-28") < *date_of("2026-12-01"));
  CHECK(*date_of("2026-12-31") < *date_of("2027-01-01"));
  CHECK(*date_of("2026-01-01") <= today());
  CHECK(today() < *date_of("9999-12-31"));
}

}  // namespace corslint
