#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

/// The policy of CorsFilterTest: any origin, GET, content-type, a max-age of 0.
const PolicyInBrief any_origin{
    .origins = {"*"}, .methods = {"GET"}, .headers = {"content-type"}, .max_age = 0};
const PolicyInBrief localhost{.origins = {"localhost"},
                              .methods = {"GET"},
                              .headers = {"content-type"},
                              .credentials = true,
                              .max_age = 0};

TEST_CASE("Envoy answers as the tests of its CORS filter say", "[envoy]") {
  check_answers(
      "envoy",
      {
          {"RequestWithoutOrigin", any_origin, "GET", {"200"}},
          {"an empty Origin is none", any_origin, "GET origin=", {"200"}},
          {"OptionsRequestMatchingOriginByWildcard: the origin's own name",
           any_origin,
           "OPTIONS origin=test-host method=GET",
           {"200", "access-control-allow-headers: content-type",
            "access-control-allow-methods: GET", "access-control-allow-origin: test-host",
            "access-control-max-age: 0"}},
          {"OptionsRequestWithoutAccessRequestMethod goes on",
           any_origin,
           "OPTIONS origin=localhost",
           {"200", "access-control-allow-origin: localhost"}},
          {"an empty method asked for is none",
           any_origin,
           "OPTIONS origin=localhost method=",
           {"200", "access-control-allow-origin: localhost"}},
          {"OptionsRequestNotMatchingOrigin goes on to the application",
           localhost,
           "OPTIONS origin=test-host method=GET",
           {"200"}},
          {"OptionsRequestEmptyOriginList",
           {.origins = Entries::none(), .methods = {"GET"}},
           "OPTIONS origin=test-host method=GET",
           {"200"}},
          {"ValidOptionsRequestWithAllowCredentialsTrue",
           localhost,
           "OPTIONS origin=localhost method=GET",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-headers: content-type", "access-control-allow-methods: GET",
            "access-control-allow-origin: localhost", "access-control-max-age: 0"}},
          {"EncodeWithAllowCredentialsTrue",
           localhost,
           "GET origin=localhost",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-origin: localhost"}},
          {"EncodeWithNonMatchingOrigin", localhost, "GET origin=test-host", {"200"}},
          {"EncodeWithExposeHeaders",
           {.origins = {"*"}, .exposed = {"custom-header-1", "custom-header-2"}},
           "GET origin=localhost",
           {"200", "access-control-allow-origin: localhost",
            "access-control-expose-headers: custom-header-1,custom-header-2"}},
      });
}

TEST_CASE("Envoy answers what is asked for where a list is `*`", "[envoy]") {
  check_answers(
      "envoy",
      {
          {"cors_filter.cc: `*` for methods and headers",
           {.origins = {"*"}, .methods = {"*"}, .headers = {"*"}, .private_network = true},
           "OPTIONS origin=https://a.com method=PUT headers=x-a,x-b network=true",
           {"200", "access-control-allow-headers: x-a,x-b", "access-control-allow-methods: PUT",
            "access-control-allow-origin: https://a.com",
            "access-control-allow-private-network: true"}},
          {"Istio joins its lists, so `*` among others is sent as it stands",
           {.origins = {"*"}, .methods = {"*", "PUT"}, .headers = {"*", "x-a"}},
           "OPTIONS origin=https://a.com method=PUT headers=x-b network=true",
           {"200", "access-control-allow-headers: *,x-a", "access-control-allow-methods: *,PUT",
            "access-control-allow-origin: https://a.com"}},
      });
}

struct AdmissionRow {
  std::string_view source;
  std::string_view pattern;
  std::string_view origin;
  bool admitted;
};

TEST_CASE("Envoy admits by regular expressions for the whole origin", "[envoy]") {
  const std::vector<AdmissionRow> rows{
      {"OptionsRequestMatchingOriginByRegex", R"(.*\.envoyproxy\.io)", "https://www.envoyproxy.io",
       true},
      {"the whole origin", R"(.*\.envoyproxy\.io)", "https://www.envoyproxy.io.evil.net", false},
      {"a matcher of the text `*` admits everyone", "[*]", "https://evil.net", true},
      {"a matcher of one character admits everyone", ".", "https://evil.net", true},
      {"letter case counts", "https://a\\.com", "https://A.com", false},
  };
  for (const auto& row : rows) {
    INFO(row.source);
    CHECK(entries_admit("envoy", {.patterns = {std::string(row.pattern)}}, row.origin) ==
          row.admitted);
  }
}

TEST_CASE("Envoy refuses what RE2 refuses", "[envoy]") {
  CHECK(refusal("envoy", {.patterns = {"https://a", "(https://b"}}) == "missing ): (https://b");
  CHECK(refusal("envoy", {.origins = {"("}, .patterns = {".*"}, .credentials = true}).empty());
}

}  // namespace
}  // namespace corslint::tests
