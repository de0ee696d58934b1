// Traefik's `headers` middleware. Read in its source (pkg/middlewares/headers/header.go) at 3.6.20
// and 3.7.9; reflection with credentials came with 3.6.22 and 3.7.6 (2026-06-23).

#include "rules/enforcers/all.h"

namespace corslint {
namespace {

constexpr Enforcer reflecting(std::string_view since) {
  return {
      .name = "traefik",
      .since = since,
      .title = "Traefik",
      .summary = "dynamic configuration, [http.middlewares.NAME.headers] accessControl*",
      .comparison = OriginComparison::exact,
      .glob = GlobSupport::none,
      .pattern_syntax = Syntax::go,
      .pattern_mode = MatchMode::search,
      .wildcard_with_credentials = WildcardWithCredentials::reflects,
      .wildcard_with_credentials_text =
          "Traefik since 3.6.22 and 3.7.6 answers every origin with its own name and "
          "`Access-Control-Allow-Credentials: true`, so "
          "any website reads with the user's cookies",
      .empty_origins = EmptyOrigins::nobody,
      .empty_origins_text = "Traefik then admits nobody",
      .string_as_list_text =
          "Traefik refuses the file: \"the value must be a list instead of a string\"",
      .method_wildcard = NameWildcard::mirrored_with_credentials,
      .header_wildcard = NameWildcard::mirrored_with_credentials,
      .exposed_wildcard = NameWildcard::dropped_with_credentials,
      .name_check = NameCheck::left_to_browser,
      .vary = VaryBehaviour::when_asked,
      .trims_entries = true,
      .expands_templates = true,
  };
}

constexpr Enforcer sending_wildcard(std::string_view since) {
  Enforcer enforcer = reflecting(since);
  enforcer.wildcard_with_credentials = WildcardWithCredentials::sends_wildcard;
  enforcer.wildcard_with_credentials_text =
      "Traefik before 3.6.22 and 3.7.6 sends `*`, which browsers refuse with credentials; later "
      "versions answer every origin with "
      "its own name, so an upgrade lets any website read with the user's cookies";
  enforcer.method_wildcard = NameWildcard::literal;
  enforcer.header_wildcard = NameWildcard::literal;
  enforcer.exposed_wildcard = NameWildcard::literal;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::traefik_3_7_6 = reflecting("3.7.6");
constinit const Enforcer enforcer::traefik_3_7_0 = sending_wildcard("3.7.0");
constinit const Enforcer enforcer::traefik_3_6_22 = reflecting("3.6.22");
constinit const Enforcer enforcer::traefik_0 = sending_wildcard("0");

}  // namespace corslint
