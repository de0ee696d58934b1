#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rules/enforcers/rs_cors_names.h"
#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

constexpr const char* vary_of_preflight =
    "vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
const PolicyInBrief usual{.origins = {"https://a.com"}, .methods = {"PUT"}, .headers = {"X-B"}};
constexpr const char* preflight = "OPTIONS origin=https://a.com method=PUT headers=x-b";

TEST_CASE("rs/cors answers a preflight as its version does", "[rs-cors]") {
  check_answers("rs-cors",
                {{"1.11.1, handlePreflight: names are sent back as they come",
                  usual,
                  preflight,
                  {"204", "access-control-allow-headers: x-b", "access-control-allow-methods: PUT",
                   "access-control-allow-origin: https://a.com", vary_of_preflight}}});
  check_answers("rs-cors@1.10",
                {{"1.10, handlePreflight: names are spelled the way Go spells them",
                  usual,
                  preflight,
                  {"204", "access-control-allow-headers: X-B", "access-control-allow-methods: PUT",
                   "access-control-allow-origin: https://a.com", vary_of_preflight}}});
  check_answers("rs-cors@1.7",
                {{"1.7.0, Handler: a preflight is answered with 200",
                  usual,
                  preflight,
                  {"200", "access-control-allow-headers: X-B", "access-control-allow-methods: PUT",
                   "access-control-allow-origin: https://a.com", vary_of_preflight}}});
}

TEST_CASE("rs/cors compares methods with regard to case since 1.10", "[rs-cors]") {
  const PolicyInBrief lowered{.origins = {"https://a.com"}, .methods = {"put"}};
  const std::string request = "OPTIONS origin=https://a.com method=PUT";
  check_answers("rs-cors", {{"isMethodAllowed", lowered, request, {"204", vary_of_preflight}}});
  check_answers("rs-cors@1.9",
                {{"isMethodAllowed",
                  lowered,
                  request,
                  {"204", "access-control-allow-methods: PUT",
                   "access-control-allow-origin: https://a.com", vary_of_preflight}}});
}

TEST_CASE("rs/cors takes a negative max-age for 0 since 1.10", "[rs-cors]") {
  const PolicyInBrief negative{.origins = {"https://a.com"}, .max_age = -1};
  check_answers("rs-cors", {{"New: precomputed max-age",
                             negative,
                             "OPTIONS origin=https://a.com method=GET",
                             {"204", "access-control-allow-methods: GET",
                              "access-control-allow-origin: https://a.com",
                              "access-control-max-age: 0", vary_of_preflight}}});
  check_answers("rs-cors@1.9",
                {{"handlePreflight: only above 0",
                  negative,
                  "OPTIONS origin=https://a.com method=GET",
                  {"204", "access-control-allow-methods: GET",
                   "access-control-allow-origin: https://a.com", vary_of_preflight}}});
}

TEST_CASE("KrakenD permits every header name where none is listed", "[krakend]") {
  const PolicyInBrief bare{.origins = {"https://a.com"}, .methods = {"PUT"}};
  check_answers("krakend",
                {{"krakend-cors: missing header names are `*`",
                  bare,
                  preflight,
                  {"204", "access-control-allow-headers: x-b", "access-control-allow-methods: PUT",
                   "access-control-allow-origin: https://a.com", vary_of_preflight}}});
  check_answers("rs-cors",
                {{"New: a short list by default", bare, preflight, {"204", vary_of_preflight}}});
}

struct Requested {
  const char* what;
  std::string value;
  RsCorsVersion version;
  bool passes;
};

TEST_CASE("each version of rs/cors reads the requested header names in its own way", "[rs-cors]") {
  constexpr auto in_1_7 = RsCorsVersion::since_1_7;
  constexpr auto in_1_10 = RsCorsVersion::since_1_10;
  constexpr auto in_1_11_0 = RsCorsVersion::since_1_11_0;
  constexpr auto in_1_11_1 = RsCorsVersion::since_1_11_1;
  const AllowedNames allowed{.names = {"X-B", "X-A", "Accept"}};
  const std::vector<Requested> rows{
      {"as browsers send it", "accept,x-a,x-b", in_1_11_0, true},
      {"not in order", "x-b,x-a", in_1_11_1, false},
      {"not in order", "x-b,x-a", in_1_10, true},
      {"twice", "x-a,x-a", in_1_11_1, false},
      {"upper case", "X-A", in_1_11_1, false},
      {"upper case", "X-A", in_1_10, true},
      {"nothing", "", in_1_11_0, true},
      {"nothing", "", in_1_10, false},
      {"nothing", "", in_1_7, true},
      {"a blank behind the comma", "x-a, x-b", in_1_11_0, false},
      {"a blank behind the comma", "x-a, x-b", in_1_11_1, true},
      {"two blanks behind the comma", "x-a,  x-b", in_1_11_1, false},
      {"a tab behind the comma", "x-a,\tx-b", in_1_11_1, true},
      {"an element of two blanks", "x-a,  ,x-b", in_1_11_1, true},
      {"an element of three blanks", "x-a,   ,x-b", in_1_11_1, false},
      {"16 empty elements", "x-a" + std::string(16, ','), in_1_11_1, true},
      {"17 empty elements", "x-a" + std::string(17, ','), in_1_11_1, false},
      {"an empty element", "x-a,,x-b", in_1_11_0, false},
      {"an empty element", "x-a,,x-b", in_1_10, false},
      {"an empty element", "x-a,,x-b", in_1_7, true},
      {"bytes that 1.7 drops", "x.-a", in_1_7, true},
  };
  for (const auto& row : rows) {
    INFO(row.what << ": " << row.value << ", version " << static_cast<int>(row.version));
    CHECK(judge_requested_names(row.value, allowed, row.version).passed == row.passes);
  }
}

}  // namespace
}  // namespace corslint::tests
