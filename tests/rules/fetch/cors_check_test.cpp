#include "rules/fetch/cors_check.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

namespace corslint {
namespace {

constexpr auto omit = CredentialsMode::omit;
constexpr auto include = CredentialsMode::include;

Header allow_origin(std::string value) {
  return {"Access-Control-Allow-Origin", std::move(value)};
}

Header allow_credentials(std::string value) {
  return {"Access-Control-Allow-Credentials", std::move(value)};
}

struct Row {
  std::string because;
  CredentialsMode mode;
  HeaderList headers;
  std::optional<BlockReason> reason;
};

void check_rows(const std::string& origin, const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    INFO(row.because);
    Request request;
    request.origin = origin;
    request.credentials_mode = row.mode;
    CHECK(cors_check(request, {.status = 200, .headers = row.headers}) == row.reason);
  }
}

TEST_CASE("a response may be shared where its header is the request's origin or the wildcard") {
  check_rows(
      "https://a.com",
      {
          {"the origin itself", omit, {allow_origin("https://a.com")}, std::nullopt},
          {"the wildcard", omit, {allow_origin("*")}, std::nullopt},
          {"credentials do not matter here",
           omit,
           {allow_origin("*"), allow_credentials("true")},
           std::nullopt},
          {"no header", omit, {}, BlockReason::no_allow_origin},
          {"another header", omit, {allow_credentials("true")}, BlockReason::no_allow_origin},
          {"an empty header", omit, {allow_origin("")}, BlockReason::origin_mismatch},
          {"another origin", omit, {allow_origin("https://b.com")}, BlockReason::origin_mismatch},
          {"a slash", omit, {allow_origin("https://a.com/")}, BlockReason::origin_mismatch},
          {"the default port",
           omit,
           {allow_origin("https://a.com:443")},
           BlockReason::origin_mismatch},
          {"another case", omit, {allow_origin("https://A.com")}, BlockReason::origin_mismatch},
          {"null", omit, {allow_origin("null")}, BlockReason::origin_mismatch},
          {"a list",
           omit,
           {allow_origin("https://a.com,https://b.com")},
           BlockReason::multiple_allow_origin},
          {"a list without commas",
           omit,
           {allow_origin("https://a.com https://b.com")},
           BlockReason::multiple_allow_origin},
          {"the same twice",
           omit,
           {allow_origin("https://a.com"), allow_origin("https://a.com")},
           BlockReason::multiple_allow_origin},
          {"the wildcard twice",
           omit,
           {allow_origin("*"), allow_origin("*")},
           BlockReason::multiple_allow_origin},
      });
}

TEST_CASE("a response with credentials names the origin and says true") {
  check_rows(
      "https://a.com",
      {
          {"both",
           include,
           {allow_origin("https://a.com"), allow_credentials("true")},
           std::nullopt},
          {"the origin alone",
           include,
           {allow_origin("https://a.com")},
           BlockReason::credentials_not_allowed},
          {"another case",
           include,
           {allow_origin("https://a.com"), allow_credentials("True")},
           BlockReason::credentials_not_allowed},
          {"false",
           include,
           {allow_origin("https://a.com"), allow_credentials("false")},
           BlockReason::credentials_not_allowed},
          {"true twice",
           include,
           {allow_origin("https://a.com"), allow_credentials("true"), allow_credentials("true")},
           BlockReason::credentials_not_allowed},
          {"the wildcard", include, {allow_origin("*")}, BlockReason::wildcard_with_credentials},
          {"the wildcard with true",
           include,
           {allow_origin("*"), allow_credentials("true")},
           BlockReason::wildcard_with_credentials},
          {"no header", include, {allow_credentials("true")}, BlockReason::no_allow_origin},
          {"another origin",
           include,
           {allow_origin("https://b.com"), allow_credentials("true")},
           BlockReason::origin_mismatch},
      });
}

TEST_CASE("the opaque origin is compared as the text null") {
  check_rows("null",
             {
                 {"null", omit, {allow_origin("null")}, std::nullopt},
                 {"NULL", omit, {allow_origin("NULL")}, BlockReason::origin_mismatch},
                 {"null with credentials",
                  include,
                  {allow_origin("null"), allow_credentials("true")},
                  std::nullopt},
                 {"an origin", omit, {allow_origin("https://a.com")}, BlockReason::origin_mismatch},
             });
}

TEST_CASE("every reason has a name of its own") {
  std::set<std::string_view> names;
  for (const auto reason :
       {BlockReason::preflight_status, BlockReason::no_allow_origin, BlockReason::origin_mismatch,
        BlockReason::wildcard_with_credentials, BlockReason::credentials_not_allowed,
        BlockReason::multiple_allow_origin, BlockReason::method_not_allowed,
        BlockReason::header_not_allowed, BlockReason::server_refused, BlockReason::startup_failure})
    names.insert(block_reason_name(reason));
  CHECK(names.size() == 10);
  CHECK(names.contains("startup-failure"));
}

}  // namespace
}  // namespace corslint
