// KrakenD's `security/cors`, which is rs/cors with its own reading of the block. Read in
// krakend-cors (2026-08) and rs/cors 1.7.0 to 1.11.1; the library run on 1.7.0. The block counts
// only what is of the right type, and a block without header names permits every name. The status
// of preflights is that of the library (`options_success_status`, else 204); builds on gin answer
// 200.

#include "rules/enforcers/all.h"
#include "rules/enforcers/rs_cors_answer.h"

namespace corslint {
namespace {

Response answer_of_krakend(const Exchange& exchange) {
  return rs_cors_answer(exchange, {.missing_header_names = MissingHeaderNames::every,
                                   .string_as_list = StringAsList::dropped});
}

}  // namespace

constinit const Enforcer enforcer::krakend{
    .name = "krakend",
    .since = "",
    .title = "KrakenD",
    .summary = "krakend.json, extra_config.\"security/cors\"",
    .comparison = OriginComparison::both_lowered,
    .glob = GlobSupport::any_run,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "KrakenD sends `Access-Control-Allow-Origin: *` with `Access-Control-Allow-Credentials: "
        "true`, and browsers refuse that "
        "answer to every request with credentials",
    .empty_origins = EmptyOrigins::everybody,
    .empty_origins_text = "KrakenD takes an empty list as `*`: every origin is admitted",
    .string_as_list_text =
        "KrakenD drops a value that is no list without a word, and a missing list of origins "
        "admits every origin",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .method_check = MethodCheck::actual_requests_too,
    .negative_max_age_allowed = true,
    .expands_templates = true,
    .answer = answer_of_krakend,
    .everyone_by_default = true,
    .evidence = "read in the sources of krakend-cors (2026-08) and rs/cors 1.11.1",
};

}  // namespace corslint
