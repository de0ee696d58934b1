#include "rules/fetch/headers.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

using Predicate = bool (*)(std::string_view);

void check_names(Predicate predicate, const std::vector<std::string_view>& in,
                 const std::vector<std::string_view>& out) {
  for (const auto name : in) {
    INFO(name);
    CHECK(predicate(name));
    CHECK(predicate(ascii_uppered(name)));
    CHECK(predicate(ascii_lowered(name)));
  }
  for (const auto name : out) {
    INFO(name);
    CHECK_FALSE(predicate(name));
    CHECK_FALSE(predicate(ascii_uppered(name)));
  }
}

TEST_CASE("a request header that only the browser sets is forbidden, whatever its case") {
  check_names(
      is_forbidden_request_header_name,
      {"Accept-Charset",
       "Accept-Encoding",
       "Access-Control-Request-Headers",
       "Access-Control-Request-Method",
       "Connection",
       "Content-Length",
       "Cookie",
       "Cookie2",
       "Date",
       "DNT",
       "Expect",
       "Host",
       "Keep-Alive",
       "Origin",
       "Referer",
       "Set-Cookie",
       "TE",
       "Trailer",
       "Transfer-Encoding",
       "Upgrade",
       "Via",
       "Sec-Fetch-Mode",
       "sec-",
       "Proxy-Authorization"},
      {"", "User-Agent", "Secret", "Security", "Sec", "Proxy", "Accept", "Content-Type",
       "Authorization", "X-HTTP-Method-Override", "Cookie3", "Set-Cookie2", "Hosts", "X-Origin"});
}

TEST_CASE("a header that overrides the method is forbidden for the forbidden methods") {
  for (const std::string_view name :
       {"X-HTTP-Method", "x-http-method-override", "X-METHOD-OVERRIDE"}) {
    INFO(name);
    for (const std::string_view value :
         {"TRACE", "connect", " Track ", "GET,TRACE", "GET, track, PUT"})
      CHECK(is_forbidden_request_header(name, value));
    for (const std::string_view value : {"", "PUT", "TRACES", "GET TRACE", "\"TRACE\"", ","})
      CHECK_FALSE(is_forbidden_request_header(name, value));
  }
  CHECK_FALSE(is_forbidden_request_header("X-Override", "TRACE"));
  CHECK(is_forbidden_request_header("Cookie", ""));
  CHECK_FALSE(is_forbidden_request_header("User-Agent", "x"));
}

TEST_CASE("five request headers are safelisted by name") {
  check_names(is_cors_safelisted_request_header_name,
              {"Accept", "Accept-Language", "Content-Language", "Content-Type", "Range"},
              {"", "Accept-Encoding", "Authorization", "If-Range", "Content-Length", "*"});
}

TEST_CASE("the wildcard stands for every request header but Authorization") {
  check_names(is_cors_non_wildcard_request_header_name, {"Authorization"},
              {"", "Authorisation", "X-Authorization", "Proxy-Authorization", "*"});
}

TEST_CASE("seven response headers are readable without being exposed") {
  check_names(is_cors_safelisted_response_header_name,
              {"Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires",
               "Last-Modified", "Pragma"},
              {"", "ETag", "Date", "Location", "Content-Encoding", "Content-Range",
               "Content-Disposition", "Link", "Vary", "*"});
}

TEST_CASE("no script reads Set-Cookie and Set-Cookie2") {
  check_names(is_forbidden_response_header_name, {"Set-Cookie", "Set-Cookie2"},
              {"", "Cookie", "Set-Cookie3", "X-Set-Cookie", "*"});
}

TEST_CASE("names that uploads carry too are not taken for response headers") {
  check_names(is_response_only_header_name,
              {"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials",
               "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
               "Access-Control-Max-Age", "Access-Control-Expose-Headers", "ETag", "Location"},
              {"", "Access-Control-Request-Method", "Cache-Control", "Content-Disposition",
               "Content-Encoding", "Expires", "If-None-Match", "Link", "*"});
}

TEST_CASE("headers that authenticate are secrets and identifiers are not") {
  check_names(
      is_secret_header_name,
      {"Authorization", "X-Auth-Token", "X-Api-Key", "X-CSRF-Token", "X-Amz-Security-Token"},
      {"", "ETag", "X-Request-Id", "WWW-Authenticate", "Link", "*"});
}

TEST_CASE("the well-known header names are tokens and long enough to be misspelt recognisably") {
  for (const auto name : well_known_header_names()) {
    INFO(name);
    CHECK(is_token(name));
    CHECK(name.size() >= 10);
  }
}

}  // namespace
}  // namespace corslint
