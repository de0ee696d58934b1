#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

constexpr const char* every_method =
    "access-control-allow-methods: GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS,TRACE,CONNECT";

/// Route 2 of Kong's access_spec.
const PolicyInBrief configured{.origins = {"example.test"},
                               .methods = {"GET"},
                               .headers = {"origin", "type", "accepts"},
                               .exposed = {"x-auth-token"},
                               .credentials = true,
                               .max_age = 23};
const PolicyInBrief open_with_credentials{.origins = {"*"}, .credentials = true};
const PolicyInBrief star_among_others{.origins = {"foo.bar", "*"}};
const PolicyInBrief two{.origins = {"http://my-site.test", "https://my-other-site.test:9000"}};

TEST_CASE("Kong answers preflights as its own tests say", "[kong]") {
  check_answers(
      "kong",
      {
          {"gives appropriate defaults",
           {},
           "OPTIONS origin=origin1.test method=GET",
           {"200", every_method, "access-control-allow-origin: *"}},
          {"gives * wildcard when config.origins is empty",
           {.origins = Entries::none()},
           "OPTIONS origin=empty-origin.test method=GET",
           {"200", every_method, "access-control-allow-origin: *"}},
          {"gives appropriate defaults when origin is explicitly set to * and "
           "config.credentials=true",
           open_with_credentials,
           "OPTIONS origin=origin5.test method=GET",
           {"200", "access-control-allow-credentials: true", every_method,
            "access-control-allow-origin: origin5.test", "vary: Origin"}},
          {"gives * wildcard when origin has multiple entries and have * included",
           star_among_others,
           "OPTIONS origin=http://www.example.net method=GET",
           {"200", every_method, "access-control-allow-origin: *", "vary: Origin"}},
          {"accepts config options",
           configured,
           "OPTIONS origin=origin5.test method=GET",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-headers: origin,type,accepts",
            "access-control-allow-methods: GET", "access-control-allow-origin: example.test",
            "access-control-max-age: 23", "vary: Origin"}},
          {"replies with request-headers if present in request",
           open_with_credentials,
           "OPTIONS origin=origin5.test headers=origin,accepts method=GET",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-headers: origin,accepts", every_method,
            "access-control-allow-origin: origin5.test", "vary: Origin"}},
          {"support private-network",
           {.origins = {"allowed-domain.test"}, .private_network = true},
           "OPTIONS origin=allowed-domain.test network=true method=PUT",
           {"200", every_method, "access-control-allow-origin: allowed-domain.test",
            "access-control-allow-private-network: true", "vary: Origin"}},
          {"handler.lua: credentials and methods go to refused origins too",
           {.origins = {"https://a.com", "https://b.com"}, .credentials = true},
           "OPTIONS origin=https://c.com method=PUT",
           {"200", "access-control-allow-credentials: true", every_method, "vary: Origin"}},
      });
}

TEST_CASE("Kong answers other requests as its own tests say", "[kong]") {
  check_answers(
      "kong",
      {
          {"gives appropriate defaults", {}, "GET", {"200", "access-control-allow-origin: *"}},
          {"proxies a non-preflight OPTIONS request",
           {},
           "OPTIONS",
           {"200", "access-control-allow-origin: *"}},
          {"accepts config options",
           configured,
           "GET",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-origin: example.test",
            "access-control-expose-headers: x-auth-token", "vary: Origin"}},
          {"does not automatically parse the host",
           {.origins = {"example.test", "example.org"}},
           "GET origin=http://example.test",
           {"200", "vary: Origin"}},
          {"sets CORS orgin based on origin host",
           {.origins = {"example.test", "example.org"}},
           "GET origin=example.test",
           {"200", "access-control-allow-origin: example.test", "vary: Origin"}},
          {"validates scheme and port",
           two,
           "GET origin=http://my-site.test:80",
           {"200", "access-control-allow-origin: http://my-site.test", "vary: Origin"}},
          {"validates scheme and port",
           two,
           "GET origin=http://my-site.test:8000",
           {"200", "vary: Origin"}},
          {"validates scheme and port",
           two,
           "GET origin=https://my-other-site.test:9000",
           {"200", "access-control-allow-origin: https://my-other-site.test:9000", "vary: Origin"}},
          {"responds with the requested Origin (including port) when config.credentials=true",
           open_with_credentials,
           "GET origin=http://www.example.net:3000",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-origin: http://www.example.net:3000", "vary: Origin"}},
          {"responds with * when origin is explicitly set to * and config.credentials=false",
           {.origins = {"*"}},
           "GET origin=http://www.example.net",
           {"200", "access-control-allow-origin: *"}},
          {"removes upstream ACAO header when no match is found",
           {.origins = {"a.xxx.test", "allowed-domain.test"}, .credentials = true},
           "GET origin=disallowed-domain.test",
           {"200", "access-control-allow-credentials: true", "vary: Origin"}},
          {"handler.lua: with credentials but without Origin `*` stands alone",
           open_with_credentials,
           "GET",
           {"200", "access-control-allow-origin: *"}},
      });
}

/// The origins that Kong's regex_testcases ask with.
const std::vector<std::string> asking{
    "http://evil.test",          "http://foo.test",       "http://foo.test.evil.test",
    "http://something.foo.test", "http://evilfoo.test",   "http://foo.test:80",
    "http://foo.test:8000",      "https://foo.test:8000", "http://foo.test:90",
    "http://foobtest",           "https://bar.test:1234"};

struct RegexRow {
  std::string_view source;
  Entries origins;
  std::vector<std::string> admitted;
};

const std::vector<RegexRow>& regex_rows() {
  static const std::vector<RegexRow> rows{
      {"single entry, simple regex without `:`",
       {"foo\\.test"},
       {"http://foo.test", "http://foo.test:80", "http://foo.test:8000", "https://foo.test:8000",
        "http://foo.test:90"}},
      {"single entry, subdomain regex without `:`",
       {"(.*[./])?foo\\.test"},
       {"http://foo.test", "http://something.foo.test", "http://foo.test:80",
        "http://foo.test:8000", "https://foo.test:8000", "http://foo.test:90"}},
      {"single entry, any-scheme subdomain regex with port",
       {"(.*[./])?foo\\.test:8000"},
       {"http://foo.test:8000", "https://foo.test:8000"}},
      {"single entry, https subdomain regex with port",
       {"https://(.*[.])?foo\\.test:8000"},
       {"https://foo.test:8000"}},
      {"single entry, explicitly anchored",
       {"^http://(.*[.])?foo\\.test(:(80|90))?$"},
       {"http://foo.test", "http://something.foo.test", "http://foo.test:80",
        "http://foo.test:90"}},
      {"multiple entries, host only: all fail", {"foo.test", "bar.test"}, {}},
      {"multiple entries, full domain",
       {"http://foo.test", "https://bar.test:1234"},
       {"http://foo.test", "http://foo.test:80", "https://bar.test:1234"}},
      {"multiple entries, subdomain regex without `:`",
       {"bar.test", "(.*\\.)?foo\\.test"},
       {"http://foo.test", "http://something.foo.test", "http://foo.test:80",
        "http://foo.test:8000", "https://foo.test:8000", "http://foo.test:90"}},
      {"the `$` belongs to the last alternative",
       {"foo\\.test|bar\\.test"},
       {"http://foo.test", "http://foo.test.evil.test", "http://foo.test:80",
        "http://foo.test:8000", "https://foo.test:8000", "http://foo.test:90",
        "https://bar.test:1234"}},
  };
  return rows;
}

TEST_CASE("Kong matches patterns as its own tests say", "[kong]") {
  for (const auto& row : regex_rows()) {
    for (const auto& origin : asking) {
      const bool admitted =
          std::find(row.admitted.begin(), row.admitted.end(), origin) != row.admitted.end();
      const bool default_port = origin == "http://foo.test:80";
      std::vector<std::string> answer{"200"};
      if (admitted)
        answer.push_back("access-control-allow-origin: " +
                         (default_port ? "http://foo.test" : origin));
      answer.emplace_back("vary: Origin");
      const std::string request = "GET origin=" + origin;
      check_answers("kong", {{row.source, {.origins = row.origins}, request, answer}});
      if (default_port) continue;
      INFO(row.source << "\n" << origin);
      CHECK(entries_admit("kong", {.origins = row.origins}, origin) == admitted);
    }
  }
}

struct MeaningRow {
  std::string_view phrase;
  Entries origins;
  std::string_view origin;
  bool admitted;
};

TEST_CASE("an entry of Kong means what browsers make of the answers", "[kong]") {
  const std::vector<MeaningRow> rows{
      {"the one plain entry is sent as it stands", {"https://a.com"}, "https://a.com", true},
      {"with a path no browser takes it", {"https://a.com/x"}, "https://a.com", false},
      {"in a list the path does not count",
       {"https://a.com/x", "https://b.com"},
       "https://a.com",
       true},
      {"nor the default port", {"https://a.com:443", "https://b.com"}, "https://a.com", true},
      {"an entry with a user is a pattern",
       {"https://me@a.com", "https://b.com"},
       "https://a.com",
       false},
      {"letter case does", {"https://A.com", "https://b.com"}, "https://a.com", false},
      {"`null` can be listed", {"null", "https://b.com"}, "null", true},
      {"a pattern for the host can match it", {"[a-z]+"}, "null", true},
      {"an anchored alternative is whole",
       {"^foo\\.test$|^bar\\.test$"},
       "http://foo.test.evil.net",
       false},
      {"and admits its own", {"^foo\\.test$|^bar\\.test$"}, "http://bar.test:81", true},
      {"an escaped dollar does not anchor", {"a[|]b\\||foo\\.test"}, "https://foo.test", true},
      {"an IPv6 host is a pattern, of one character",
       {"http://[::1]:3000"},
       "http://[::1]:3000",
       false},
      {"which matches other hosts", {"http://[::1]:3000"}, "http://1:3000", true},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(entries_admit("kong", {.origins = row.origins}, row.origin) == row.admitted);
  }
}

TEST_CASE("Kong refuses patterns that are none and methods that it does not know", "[kong]") {
  CHECK(refusal("kong", {.origins = {"https://a.com", "(a"}}) == "'(a' is not a valid regex");
  CHECK(refusal("kong", {.origins = {"*", "https://a.com"}, .methods = {"GET", "TRACE"}}).empty());
  CHECK(refusal("kong", {.methods = {"GET", "*"}}) ==
        "expected one of: GET, HEAD, PUT, PATCH, POST, DELETE, OPTIONS, TRACE, CONNECT");
}

}  // namespace
}  // namespace corslint::tests
