// Starlette's CORSMiddleware, which FastAPI re-exports. Read in its source
// (starlette/middleware/cors.py, 0.3.4 to 1.3.1) and run on 0.12.0, 0.13.0, 0.14.2, 0.15.0, 0.27.0,
// 0.46.0, 0.52.1, 1.0.0 and 1.3.1. No version raises for `*` with credentials.

#include "rules/enforcers/all.h"

namespace corslint {
namespace {

constexpr Enforcer starlette_since_1_0{
    .name = "starlette",
    .since = "1.0",
    .title = "Starlette / FastAPI",
    .summary = "CORSMiddleware's arguments, from the application's settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::python,
    .pattern_mode = MatchMode::full,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "Starlette since 1.0 does not refuse this: it answers every origin with its own name and "
        "`Access-Control-Allow-Credentials: true`, so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Starlette then admits nobody",
    .string_as_list_text =
        "Starlette tests whether the request's origin is a substring of it, so "
        "`\"https://app.example.com\"` admits `https://app.example.co`",
    .method_wildcard = NameWildcard::everything,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .adds_safelisted_headers = true,
};

constexpr Enforcer reflecting_in_part(std::string_view since) {
  Enforcer enforcer = starlette_since_1_0;
  enforcer.since = since;
  enforcer.wildcard_with_credentials = WildcardWithCredentials::reflects_in_part;
  enforcer.wildcard_with_credentials_text =
      "Starlette 0.15 to 0.52 does not refuse this: preflights, and every request that carries a "
      "cookie, are answered with the "
      "request's own origin and credentials, so any website reads with the user's cookies; the "
      "first call without a cookie gets "
      "`*`, which browsers refuse";
  return enforcer;
}

constexpr Enforcer before_0_15(std::string_view since, MatchMode mode) {
  Enforcer enforcer = reflecting_in_part(since);
  enforcer.pattern_mode = mode;
  enforcer.wildcard_with_credentials_text =
      "Starlette before 0.15 does not refuse this: preflights get `*`, which browsers refuse with "
      "credentials, and every request "
      "that carries a cookie is answered with the request's own origin, so any website reads with "
      "the user's cookies";
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::starlette_1_0 = starlette_since_1_0;
constinit const Enforcer enforcer::starlette_0_51 = reflecting_in_part("0.51");
constinit const Enforcer enforcer::starlette_0_15 = reflecting_in_part("0.15");
constinit const Enforcer enforcer::starlette_0_13_1 = before_0_15("0.13.1", MatchMode::full);
constinit const Enforcer enforcer::starlette_0_0 = before_0_15("0.0", MatchMode::prefix);

}  // namespace corslint
