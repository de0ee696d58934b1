// rs/cors, the Go library behind KrakenD, Tyk, CometBFT, Ory and many daemons. Read in its source
// (cors.go, utils.go, internal/sortedset.go) at 1.7.0, 1.8.3, 1.10, 1.11.0 and 1.11.1; 1.7.0 run
// as Debian packs it, behind httptest. Between those versions the first with a change is known
// from the source of the next: status 204 and its setting, and private networks, came with 1.8
// (the latter with 1.8.3); case-sensitive methods and `0` for a negative max-age with 1.10; the
// check of sorted, lower-case header names with 1.11.0, blanks between them with 1.11.1.

#include "rules/enforcers/all.h"
#include "rules/enforcers/rs_cors_answer.h"

namespace corslint {
namespace {

template <RsCorsVersion version>
Response answer_of(const Exchange& exchange) {
  return rs_cors_answer(exchange, {.version = version});
}

constexpr Enforcer since_1_11_1{
    .name = "rs-cors",
    .since = "1.11.1",
    .title = "rs/cors",
    .summary = "the options of the Go library rs/cors",
    .comparison = OriginComparison::both_lowered,
    .glob = GlobSupport::any_run,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "rs/cors sends `Access-Control-Allow-Origin: *` with `Access-Control-Allow-Credentials: "
        "true`, and browsers refuse that answer to every request with credentials",
    .empty_origins = EmptyOrigins::everybody,
    .empty_origins_text = "rs/cors takes an empty list as `*`: every origin is admitted",
    .string_as_list_text =
        "rs/cors takes no string where it reads a list: the program does not "
        "compile, or its reader makes one entry of it",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .method_check = MethodCheck::actual_requests_too,
    .negative_max_age_allowed = true,
    .answer = answer_of<RsCorsVersion::since_1_11_1>,
    .everyone_by_default = true,
    .evidence = "read in the source of 1.11.1",
};

constexpr Enforcer of_version(std::string_view since, Enforcer::AnswerFunction answer,
                              std::string_view evidence) {
  Enforcer enforcer = since_1_11_1;
  enforcer.since = since;
  enforcer.answer = answer;
  enforcer.evidence = evidence;
  return enforcer;
}

constexpr Enforcer before_1_10(std::string_view since, Enforcer::AnswerFunction answer,
                               std::string_view evidence) {
  Enforcer enforcer = of_version(since, answer, evidence);
  enforcer.negative_max_age_allowed = false;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::rs_cors_1_11_1 = since_1_11_1;
constinit const Enforcer enforcer::rs_cors_1_11_0 =
    of_version("1.11.0", answer_of<RsCorsVersion::since_1_11_0>, "read in the source of 1.11.0");
constinit const Enforcer enforcer::rs_cors_1_10 =
    of_version("1.10", answer_of<RsCorsVersion::since_1_10>, "read in the source of 1.10");
constinit const Enforcer enforcer::rs_cors_1_8 =
    before_1_10("1.8", answer_of<RsCorsVersion::since_1_8>, "read in the source of 1.8.3");
constinit const Enforcer enforcer::rs_cors_0 = before_1_10(
    "0", answer_of<RsCorsVersion::since_1_7>, "run on 1.7.0; older versions are taken for it");

}  // namespace corslint
