#include <catch2/catch.hpp>

#include "rules/enforcers/spring_patterns.h"
#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

constexpr const char* vary_headers = "vary: Access-Control-Request-Headers";
constexpr const char* vary_method = "vary: Access-Control-Request-Method";
constexpr const char* vary_origin = "vary: Origin";

/// An answer with the three Vary headers that Spring always sends.
std::vector<std::string> varying(const std::string& status, std::vector<std::string> headers) {
  headers.insert(headers.begin(), status);
  headers.insert(headers.end(), {vary_headers, vary_method, vary_origin});
  return headers;
}

const PolicyInBrief domain2{.origins = {"https://domain2.com"}};

TEST_CASE("Spring answers as the tests of DefaultCorsProcessor say", "[spring]") {
  check_answers(
      "spring",
      {
          {"requestWithoutOriginHeader", domain2, "GET", varying("200", {})},
          {"actualRequestWithOriginHeader: another origin is refused",
           {.origins = {"https://domain1.com"}},
           "GET origin=https://domain2.com",
           varying("403", {})},
          {"actualRequestWithOriginHeaderAndNullConfig's sibling: no origin at all",
           {},
           "GET origin=https://domain2.com",
           varying("403", {})},
          {"actualRequestWithOriginHeaderAndAllowedOrigin",
           {.origins = {"*"}},
           "GET origin=https://domain2.com",
           varying("200", {"access-control-allow-origin: *"})},
          {"actualRequestCredentials",
           {.origins = {"https://domain1.com", "https://domain2.com", "http://domain3.example"},
            .credentials = true},
           "GET origin=https://domain2.com",
           varying("200", {"access-control-allow-credentials: true",
                           "access-control-allow-origin: https://domain2.com"})},
          {"actualRequestCaseInsensitiveOriginMatch",
           {.origins = {"https://DOMAIN2.com"}},
           "GET origin=https://domain2.com",
           varying("200", {"access-control-allow-origin: https://domain2.com"})},
          {"actualRequestTrailingSlashOriginMatch, written in the policy",
           {.origins = {"https://domain2.com/"}},
           "GET origin=https://domain2.com",
           varying("200", {"access-control-allow-origin: https://domain2.com"})},
          {"actualRequestTrailingSlashOriginMatch, sent", domain2,
           "GET origin=https://domain2.com/",
           varying("200", {"access-control-allow-origin: https://domain2.com/"})},
          {"actualRequestExposedHeaders",
           {.origins = {"https://domain2.com"}, .exposed = {"header1", "header2"}},
           "GET origin=https://domain2.com",
           varying("200", {"access-control-allow-origin: https://domain2.com",
                           "access-control-expose-headers: header1, header2"})},
          {"CorsConfiguration: GET and HEAD unless methods are set", domain2,
           "POST origin=https://domain2.com", varying("403", {})},
          {"OPTIONS that is no preflight is an actual request", domain2,
           "OPTIONS origin=https://domain2.com", varying("403", {})},
      });
}

TEST_CASE("Spring answers preflights as the tests of DefaultCorsProcessor say", "[spring]") {
  check_answers(
      "spring",
      {
          {"preflightRequestAllOriginsAllowed",
           {.origins = {"*"}},
           "OPTIONS origin=https://domain2.com method=GET",
           varying("200",
                   {"access-control-allow-methods: GET,HEAD", "access-control-allow-origin: *"})},
          {"preflightRequestWrongAllowedMethod",
           {.origins = {"*"}},
           "OPTIONS origin=https://domain2.com method=DELETE",
           varying("403", {})},
          {"preflightRequestMatchedAllowedMethod, in the case it is written in",
           {.origins = {"*"}, .methods = {"GET", "Post"}},
           "OPTIONS origin=https://domain2.com method=Post",
           varying("200",
                   {"access-control-allow-methods: GET,Post", "access-control-allow-origin: *"})},
          {"CorsConfiguration.checkHttpMethod: `*` names the method asked for",
           {.origins = {"*"}, .methods = {"GET", "*"}},
           "OPTIONS origin=https://domain2.com method=PURGE",
           varying("200",
                   {"access-control-allow-methods: PURGE", "access-control-allow-origin: *"})},
          {"preflightRequestAllowedHeaders: those that are both asked for and listed",
           {.origins = {"https://domain2.com"}, .headers = {"Header1", "Header2"}},
           "OPTIONS origin=https://domain2.com method=GET headers=header1,,Header3",
           varying("200", {"access-control-allow-headers: header1",
                           "access-control-allow-methods: GET,HEAD",
                           "access-control-allow-origin: https://domain2.com"})},
          {"preflightRequestAllowsAllHeaders",
           {.origins = {"https://domain2.com"}, .headers = {"*"}},
           "OPTIONS origin=https://domain2.com method=GET headers=Header1,Header2",
           varying("200", {"access-control-allow-headers: Header1, Header2",
                           "access-control-allow-methods: GET,HEAD",
                           "access-control-allow-origin: https://domain2.com"})},
          {"preflightRequestWithEmptyHeaders",
           {.origins = {"https://domain2.com"}, .headers = {"*"}},
           "OPTIONS origin=https://domain2.com method=GET headers=",
           varying("200", {"access-control-allow-methods: GET,HEAD",
                           "access-control-allow-origin: https://domain2.com"})},
          {"CorsConfiguration.checkHeaders: no header is allowed unless listed", domain2,
           "OPTIONS origin=https://domain2.com method=GET headers=x-a", varying("403", {})},
          {"preflightRequestPrivateNetworkWildcard's sibling with a pattern, and a max-age",
           {.patterns = {"*"}, .private_network = true, .max_age = 60},
           "OPTIONS origin=https://domain2.com method=GET network=True",
           varying("200",
                   {"access-control-allow-methods: GET,HEAD",
                    "access-control-allow-origin: https://domain2.com",
                    "access-control-allow-private-network: true", "access-control-max-age: 60"})},
          {"preflightRequestMatchedOriginPattern",
           {.patterns = {"https://*.domain2.com"}, .credentials = true},
           "OPTIONS origin=https://a.b.domain2.com method=GET",
           varying("200", {"access-control-allow-credentials: true",
                           "access-control-allow-methods: GET,HEAD",
                           "access-control-allow-origin: https://a.b.domain2.com"})},
      });
}

TEST_CASE("Spring 5.3 knows eight methods and splits no entries", "[spring]") {
  check_answers("spring@5.3",
                {
                    {"HttpMethod.resolve: another name is no method, not even for `*`",
                     {.origins = {"*"}, .methods = {"*"}},
                     "OPTIONS origin=https://a.com method=PURGE",
                     varying("403", {})},
                    {"HttpMethod.resolve: a name that is no method becomes null",
                     {.origins = {"*"}, .methods = {"GET", "PURGE"}},
                     "OPTIONS origin=https://a.com method=GET",
                     varying("200", {"access-control-allow-methods: GET,null",
                                     "access-control-allow-origin: *"})},
                    {"addAllowedOrigin takes the text as it is",
                     {.origins = {"https://a.com,https://b.com"}},
                     "GET origin=https://a.com",
                     varying("403", {})},
                });
}

TEST_CASE("Spring refuses `*` with credentials or private networks", "[spring]") {
  const std::string credentials =
      "When allowCredentials is true, allowedOrigins cannot contain the special value \"*\" since "
      "that cannot be set on the \"Access-Control-Allow-Origin\" response header. To allow "
      "credentials to a set of origins, list them explicitly or consider using "
      "\"allowedOriginPatterns\" instead.";
  const PolicyInBrief both{.origins = {"https://a.com", "*"}, .credentials = true};
  CHECK(refusal("spring", both) == credentials);
  CHECK(refusal("spring@5.3", both) == credentials);
  CHECK(refusal("spring@4.3", both).empty());
  CHECK(refusal("spring", {.origins = {"https://a.com, */"}, .credentials = true}) == credentials);
  CHECK(refusal("spring", {.origins = {"*"}, .private_network = true})
            .starts_with("When allowPrivateNetwork is true"));
  CHECK(refusal("spring", {.patterns = {"*"}, .credentials = true}).empty());
  CHECK(refusal("spring", {.origins = {"*"}}).empty());
  CHECK(refusal("spring@4.3", {.exposed = {"ETag", "*"}}) ==
        "'*' is not a valid exposed header value");
}

struct PatternRow {
  std::string_view phrase;
  std::string_view pattern;
  std::string_view regex;
};

TEST_CASE("an origin pattern of Spring is a regular expression of Java", "[spring]") {
  const std::vector<PatternRow> rows{
      {"nothing", "", ""},
      {"a star alone", "*", ".*"},
      {"everything else stands for itself", "https://*.a-b.com", R"(https\:\/\/.*\.a\-b\.com)"},
      {"a list of ports", "https://a.com:[8080,8081]", R"(https\:\/\/a\.com:(8080|8081))"},
      {"one port", "https://a.com:[8080]", R"(https\:\/\/a\.com:(8080))"},
      {"any port, and none", "https://a.com:[*]", R"(https\:\/\/a\.com(:\d+)?)"},
      {"no list of ports", "https://a.com:[80,]", R"(https\:\/\/a\.com\:\[80\,\])"},
      {"an empty list", "https://a.com:[]", R"(https\:\/\/a\.com\:\[\])"},
      {"a list that is not at the end", "http://a:[80]/x", R"(http\:\/\/a\:\[80\]\/x)"},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(regex_of_spring_pattern(row.pattern) == row.regex);
  }
}

struct AdmissionRow {
  std::string_view source;
  PolicyInBrief policy;
  std::string_view origin;
  bool admitted;
};

TEST_CASE("Spring admits by origins and patterns as the tests of CorsConfiguration say",
          "[spring]") {
  const PolicyInBrief ports{.patterns = {"https://*.domain1.com:[8080,8081]"}};
  const PolicyInBrief any_port{.patterns = {"https://*.domain1.com:[*]"}};
  const PolicyInBrief commas{.origins = {"https://a1.com,https://a2.com"},
                             .patterns = {"https://*.a1.com:[80,90] , https://*.a2.com/"}};
  const std::vector<AdmissionRow> rows{
      {"checkOriginPatternAllowed", ports, "https://example.specific.domain1.com:8080", true},
      {"checkOriginPatternAllowed", ports, "https://a.domain1.com:8082", false},
      {"checkOriginPatternAllowed", ports, "https://a.domain1.com", false},
      {"checkOriginPatternAllowed", any_port, "https://a.domain1.com:1234", true},
      {"checkOriginPatternAllowed", any_port, "https://a.domain1.com", true},
      {"checkOriginPatternAllowed", any_port, "https://domain1.com", false},
      {"patterns know letter case", ports, "https://a.Domain1.com:8080", false},
      {"a star takes dots, ports and slashes",
       {.patterns = {"https://*domain1.com"}},
       "https://evil.net:1/domain1.com",
       true},
      {"addAllowedOrigin splits at commas", commas, "https://A2.com", true},
      {"addAllowedOriginPattern splits outside of port lists", commas, "https://x.a1.com:90", true},
      {"and trims what it split", commas, "https://x.a2.com", true},
      {"commas do not join", commas, "https://a1.com,https://a2.com", false},
      {"one entry is not trimmed", {.origins = {" https://a.com"}}, "https://a.com", false},
      {"only one slash is cut off", {.origins = {"https://a.com//"}}, "https://a.com", false},
  };
  for (const auto& row : rows) {
    INFO(row.source << "\n" << row.origin);
    CHECK(entries_admit("spring", row.policy, row.origin) == row.admitted);
  }
}

}  // namespace
}  // namespace corslint::tests
