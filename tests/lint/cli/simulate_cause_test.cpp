#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lint/cli/simulated_text.h"

namespace corslint {
namespace {

using Catch::Contains;
using test::simulate_text;

constexpr std::string_view policy_text = test::simulated_policy;

TEST_CASE("what is to blame is found although an enforcer refuses everything alike") {
  struct Row {
    std::string phrase;
    std::string dialect;
    std::vector<std::string> arguments;
    std::string why;
  };
  const std::vector<Row> rows{
      {"an origin", "rs-cors", {"--origin", "https://c.com"}, "no entry of `allow_origins`"},
      {"a method",
       "rs-cors",
       {"--origin", "https://a.com", "--method", "DELETE"},
       "`allow_methods` does not permit the method `DELETE`"},
      {"a header",
       "rs-cors",
       {"--origin", "https://a.com", "--method", "PUT", "--header", "X-A"},
       "`allow_headers` does not permit the header `X-A`"},
      {"a method that is answered with 403",
       "spring",
       {"--origin", "https://a.com", "--method", "DELETE"},
       "`allow_methods` does not permit the method `DELETE`"},
      {"credentials",
       "spring",
       {"--origin", "https://a.com", "--credentials"},
       "the policy does not allow credentials"},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    auto arguments = row.arguments;
    arguments.insert(arguments.end(), {"--dialect", row.dialect});
    const auto result = simulate_text(policy_text, arguments);
    CHECK(result.status == 1);
    CHECK_THAT(result.standard_output, Contains("\nwhy      " + row.why));
  }
}

TEST_CASE("why an origin is admitted or not names the key that decides") {
  struct Row {
    std::string policy;
    std::vector<std::string> arguments;
    std::string why;
    int status = 1;
  };
  const std::vector<Row> rows{
      {"allow_origin_regex = 'https://[a-z]+[.]a[.]com'",
       {},
       "no pattern of `allow_origin_regex` matches `https://a.com`"},
      {"allow_origins = []\nallow_origin_regex = 'https://b[.]com'",
       {},
       "neither an entry of `allow_origins` nor a pattern of `allow_origin_regex` admits"},
      {"allow_credentials = true", {}, "the policy names no origins"},
      {"allow_origins = ['https://a.com']\nallow_credentials = false",
       {"--credentials"},
       "`allow_credentials` is off"},
      {"allow_origins = ['https://a.com']",
       {"--method", "PUT"},
       "the policy sets no methods, and those that"},
      {"allow_origins = ['https://a.com']",
       {"--header", "X-A"},
       "the policy sets no headers, and those that"},
      {"allow_origins = ['*']\nallow_credentials = true",
       {"--dialect", "generic", "--credentials"},
       "a generic enforcer answers `*`, which browsers do not take for a request with "
       "credentials"},
      {"allow_origins = ['https://a.com']\nallow_methods = ['*']\nallow_credentials = true",
       {"--dialect", "generic", "--method", "PUT", "--credentials"},
       "`*` in `allow_methods` does not stand for `PUT` in a request with credentials"},
      {"allow_origins = ['https://a.com']\nallow_headers = ['*']",
       {"--dialect", "generic", "--header", "Authorization"},
       "`*` in `allow_headers` does not stand for `Authorization`"},
      {"dialect = 'aspnet'\nallow_any_origin = true",
       {},
       "`allow_any_origin` admits every origin",
       0},
      {"allow_origins = ['https://a.com']", {}, "`https://a.com` in `allow_origins` names this", 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.policy);
    auto arguments = row.arguments;
    arguments.insert(arguments.end(), {"--origin", "https://a.com"});
    const auto result = simulate_text("[cors]\n" + row.policy + '\n', arguments);
    CHECK(result.status == row.status);
    CHECK_THAT(result.standard_output, Contains("\nwhy      " + row.why));
  }
}

}  // namespace

}  // namespace corslint
