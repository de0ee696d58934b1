#include <catch2/catch.hpp>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

const PolicyInBrief example{.origins = {"http://example.com"}};

TEST_CASE("ASP.NET Core answers as its own tests say", "[aspnet]") {
  check_answers(
      "aspnet",
      {
          {"EvaluatePolicy_NoOrigin_ReturnsInvalidResult", example, "GET", {"200"}},
          {"EvaluatePolicy_NoMatchingOrigin_ReturnsInvalidResult",
           {.origins = {"bar"}},
           "GET origin=http://example.com",
           {"200"}},
          {"EvaluatePolicy_EmptyOriginsPolicy_ReturnsInvalidResult",
           {},
           "GET origin=http://example.com",
           {"200"}},
          {"EvaluatePolicy_AllowAnyOrigin_DoesNotSupportsCredentials_DoesNotVaryByOrigin",
           {.origins = {"*"}},
           "GET origin=http://example.com",
           {"200", "access-control-allow-origin: *"}},
          {"AllowAnyOrigin clears the list",
           {.origins = {"http://a.com", "http://b.com"}, .any_origin = true},
           "GET origin=http://example.com",
           {"200", "access-control-allow-origin: *"}},
          {"EvaluatePolicy_AllowOneOrigin_DoesNotVaryByOrigin",
           example,
           "GET origin=http://example.com",
           {"200", "access-control-allow-origin: http://example.com"}},
          {"EvaluatePolicy_AllowMultipleOrigins_VariesByOrigin",
           {.origins = {"http://example.com", "http://api.example.com"}},
           "GET origin=http://example.com",
           {"200", "access-control-allow-origin: http://example.com", "vary: Origin"}},
          {"ApplyResult returns before Vary where the origin is refused",
           {.origins = {"http://example.com", "http://api.example.com"}},
           "GET origin=http://other.com",
           {"200"}},
          {"EvaluatePolicy_SupportsCredentials_AllowCredentialsReturnsTrue",
           {.origins = {"http://example.com"}, .credentials = true},
           "GET origin=http://example.com",
           {"200", "access-control-allow-credentials: true",
            "access-control-allow-origin: http://example.com"}},
          {"EvaluatePolicy_ManyExposedHeaders_HeadersAllowed",
           {.origins = {"*"}, .exposed = {"foo", "bar", "baz"}},
           "GET origin=http://example.com",
           {"200", "access-control-allow-origin: *", "access-control-expose-headers: foo,bar,baz"}},
          {"a wildcard beside another origin is a dead literal",
           {.origins = {"*", "http://a.com"}},
           "GET origin=http://example.com",
           {"200"}},
      });
}

TEST_CASE("ASP.NET Core answers preflights as its own tests say", "[aspnet]") {
  check_answers(
      "aspnet",
      {
          {"EvaluatePolicy_PreflightRequest_MethodNotAllowed: the browser is to judge",
           {.origins = {"*"}, .methods = {"GET"}},
           "OPTIONS origin=http://example.com method=PUT",
           {"204", "access-control-allow-methods: GET", "access-control-allow-origin: *"}},
          {"EvaluatePolicy_CaseInsensitivePreflightRequest_OriginAllowed_ReturnsOrigin",
           {.origins = {"*", "http://example.com"}, .methods = {"*"}},
           "OpTions origin=http://example.com method=PUT",
           {"204", "access-control-allow-methods: PUT",
            "access-control-allow-origin: http://example.com", "vary: Origin"}},
          {"EvaluatePolicy_PreflightRequest_PreflightMaxAge_PreflightMaxAgeSet",
           {.origins = {"*"}, .methods = {"*"}, .max_age = 10},
           "OPTIONS origin=http://example.com method=PUT",
           {"204", "access-control-allow-methods: PUT", "access-control-allow-origin: *",
            "access-control-max-age: 10"}},
          {"EvaluatePolicy_PreflightRequest_NoHeadersRequested_AllowedAllHeaders",
           {.origins = {"*"}, .methods = {"*"}, .headers = {"*"}},
           "OPTIONS origin=http://example.com method=PUT",
           {"204", "access-control-allow-methods: PUT", "access-control-allow-origin: *"}},
          {"EvaluatePolicy_PreflightRequest_AllowAllHeaders_ReflectsRequestHeaders",
           {.origins = {"*"}, .headers = {"*"}},
           "OPTIONS origin=http://example.com method=PUT headers=foo,,bar",
           {"204", "access-control-allow-headers: foo,bar", "access-control-allow-origin: *"}},
          {"AllowAnyHeader holds only where `*` stands alone",
           {.origins = {"*"}, .headers = {"*", "x-a"}, .exposed = {"x-b"}},
           "OPTIONS origin=http://example.com method=PUT headers=foo",
           {"204", "access-control-allow-headers: *,x-a", "access-control-allow-origin: *"}},
          {"CorsMiddleware answers every preflight that has an Origin",
           example,
           "OPTIONS origin=http://other.com method=PUT",
           {"204"}},
          {"CorsMiddleware passes on what has no Origin", example, "OPTIONS method=PUT", {"200"}},
          {"OPTIONS without a method asked for is no preflight",
           example,
           "OPTIONS origin=http://example.com",
           {"200", "access-control-allow-origin: http://example.com"}},
      });
}

TEST_CASE("ASP.NET Core refuses `*` with credentials and negative max-ages", "[aspnet]") {
  const std::string message =
      "The CORS protocol does not allow specifying a wildcard (any) origin and credentials at the "
      "same time. Configure the CORS policy by listing individual origins if credentials needs to "
      "be supported.";
  CHECK(refusal("aspnet", {.origins = {"*"}, .credentials = true}) == message);
  CHECK(refusal("aspnet", {.any_origin = true, .credentials = true}) == message);
  CHECK(refusal("aspnet", {.origins = {"*", "http://a.com"}, .credentials = true}).empty());
  CHECK(refusal("aspnet", {.origins = {"*"}}).empty());
  CHECK(refusal("aspnet", {.max_age = -1}) ==
        "PreflightMaxAge must be greater than or equal to 0. (Parameter 'value')");
  CHECK(refusal("aspnet", {.max_age = 0}).empty());
  CHECK(refusal("azure-functions", {.origins = {"*"}, .credentials = true}) == message);
  CHECK(refusal("azure-functions", {.max_age = -1}).empty());
}

struct AdmissionRow {
  std::string_view source;
  std::string_view entry;
  std::string_view origin;
  bool by_default;
  bool with_globs;
};

TEST_CASE("ASP.NET Core admits origins and subdomains as its own tests say", "[aspnet]") {
  const std::vector<AdmissionRow> rows{
      {"WithOrigins_NormalizesOrigins", "http://www.EXAMPLE.com", "http://www.example.com", true,
       true},
      {"ordinal comparison", "http://www.example.com", "http://www.EXAMPLE.com", false, false},
      {"a slash stays", "http://example.com/", "http://example.com", false, false},
      {"a default port stays", "http://example.com:80", "http://example.com", false, false},
      {"GetNormalizedOrigin, IDN",
       "https://B\xC3\xBC"
       "cher.example:443/x",
       "https://xn--bcher-kva.example", true, true},
      {"IsOriginAnAllowedSubdomain_ReturnsTrueIfPolicyContainsOrigin", "http://sub.domain",
       "http://sub.domain", true, true},
      {"..._ReturnsTrue_WhenASubdomain", "http://*.domain", "http://sub.domain", false, true},
      {"..._ReturnsTrue_WhenASubdomain", "http://*.domain", "http://sub.sub.domain", false, true},
      {"..._ReturnsTrue_WhenASubdomain", "http://*.domain:4567", "http://sub.domain:4567", false,
       true},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://*.domain", "http://domain", false, false},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://domain", "http://sub.domain", false, false},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://*.domain:5678", "http://sub.domain:1234",
       false, false},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://domain.*", "http://sub.domain", false, false},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://sub.*.domain", "http://sub.sub.domain", false,
       false},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://*.domain", "http://sub.domain.hacker", false,
       false},
      {"..._ReturnsFalse_WhenNotASubdomain", "http://*.domain", "https://sub.domain", false, false},
      {"..._ReturnsFalseIfOriginIsMalformedUri", "http://*.domain", "null", false, false},
      {"CreateDomainUri drops path and default port", "http://*.domain:80/x", "http://a.domain",
       false, true},
      {"CreateDomainUri drops every `*.`", "http://*.*.domain", "http://a.domain", false, true},
  };
  for (const auto& row : rows) {
    INFO(row.source << "\n" << row.entry << " " << row.origin);
    const std::string entry(row.entry);
    CHECK(entries_admit("aspnet", {.origins = {entry}}, row.origin) == row.by_default);
    CHECK(entries_admit("aspnet", {.origins = {entry}, .globs = true}, row.origin) ==
          row.with_globs);
  }
}

TEST_CASE("with wildcard subdomains ASP.NET Core always names Vary", "[aspnet]") {
  check_answers("aspnet",
                {{"EvaluatePolicy_SetIsOriginAllowed_VariesByOrigin",
                  {.origins = {"https://*.example.com"}, .globs = true},
                  "GET origin=https://a.example.com",
                  {"200", "access-control-allow-origin: https://a.example.com", "vary: Origin"}}});
}

TEST_CASE("the Functions host takes every method and header", "[azure-functions]") {
  check_answers(
      "azure-functions",
      {
          {"Startup.cs: AllowAnyHeader and AllowAnyMethod",
           {.origins = {"https://a.com", "https://B.com"}, .credentials = true},
           "OPTIONS origin=https://b.com method=PATCH headers=x-a,x-b",
           {"204", "access-control-allow-credentials: true",
            "access-control-allow-headers: x-a,x-b", "access-control-allow-methods: PATCH",
            "access-control-allow-origin: https://b.com", "vary: Origin"}},
          {"nothing else in the file counts",
           {.origins = {"https://*.a.com"}, .methods = {"GET"}, .exposed = {"x"}, .globs = true},
           "GET origin=https://b.a.com",
           {"200"}},
          {"Split does not trim",
           {.origins = {"https://a.com", " https://b.com"}},
           "OPTIONS origin=https://b.com method=GET",
           {"204"}},
          {"without origins there is no CORS at all",
           {.origins = Entries::none()},
           "OPTIONS origin=https://b.com method=GET",
           {"200"}},
          {"`*` alone",
           {.origins = {"*"}},
           "GET origin=https://b.com",
           {"200", "access-control-allow-origin: *"}},
      });
}

}  // namespace
}  // namespace corslint::tests
