// gin-contrib/cors, the middleware of Gin. Read in its source (cors.go, config.go, utils.go) at
// 1.4.0, 1.7.2, 1.7.4 and 1.7.7; 1.4.0 run as Debian packs it, with the repair of trailing stars
// from 1.6 built in, so that it stands for the profile of 1.6. Entries `/.../` are patterns since
// 1.7.4; up to 1.7.6 one that begins with `^` and holds no `*` is refused at the start. A pattern
// is lowered like every entry (`\D` becomes `\d`), and compiled when a request comes: one that does
// not compile makes it panic, which Gin's own recovery answers with 500. Private networks came with
// 1.5, the status of preflights with 1.7; policies before them are read without.
//
// Unset keys are those of `cors.DefaultConfig()`. A prefix and a suffix around a `*` may overlap:
// `https://app.*.com` admits `https://app.com` too. No request counts as one from the server's own
// origin unless it carries a Host.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/gin_answer.h"

namespace corslint {
namespace {

template <GinVersion version>
Response answer_of(const Exchange& exchange) {
  return gin_answer(exchange, gin_settings(exchange.policy, version));
}

template <GinVersion version>
std::optional<StartFailure> failure_of(const Policy& policy) {
  return gin_start_failure(policy, gin_settings(policy, version));
}

template <GinVersion version>
EntryMeaning meaning_of(std::string_view entry, const Policy& policy) {
  return gin_entry_meaning(entry, version,
                           is_on(policy.origin_globs) ? GinWildcards::on : GinWildcards::off);
}

constexpr Enforcer since_1_7_7{
    .name = "gin",
    .since = "1.7.7",
    .title = "gin-contrib/cors",
    .summary = "cors.Config of the Gin middleware gin-contrib/cors",
    .comparison = OriginComparison::entry_lowered,
    .glob = GlobSupport::any_run,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "gin-contrib/cors sends `Access-Control-Allow-Origin: *` with "
        "`Access-Control-Allow-Credentials: true`, and browsers refuse that answer to every "
        "request with credentials",
    .empty_origins = EmptyOrigins::refused,
    .empty_origins_text =
        "gin-contrib/cors panics when the program starts: \"conflict settings: "
        "all origins disabled\"",
    .string_as_list_text =
        "gin-contrib/cors takes no string where it reads a list: the program "
        "does not compile, or its reader makes one entry of it",
    .has_origin_switch = true,
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .trims_entries = true,
    .globs_are_optional = true,
    .entry_meaning = meaning_of<GinVersion::since_1_7_7>,
    .start_failure = failure_of<GinVersion::since_1_7_7>,
    .answer = answer_of<GinVersion::since_1_7_7>,
    .comparison_text =
        "cuts blanks off the entry, lowers it and then compares the two byte for "
        "byte",
    .evidence = "read in the source of 1.7.7",
};

template <GinVersion version>
constexpr Enforcer of_version(std::string_view since, std::string_view evidence) {
  Enforcer enforcer = since_1_7_7;
  enforcer.since = since;
  enforcer.entry_meaning = meaning_of<version>;
  enforcer.start_failure = failure_of<version>;
  enforcer.answer = answer_of<version>;
  enforcer.evidence = evidence;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::gin_1_7_7 = since_1_7_7;
constinit const Enforcer enforcer::gin_1_7_4 =
    of_version<GinVersion::since_1_7_4>("1.7.4", "read in the source of 1.7.4");
constinit const Enforcer enforcer::gin_1_7 =
    of_version<GinVersion::since_1_7>("1.7", "read in the source of 1.7.2");
constinit const Enforcer enforcer::gin_1_6 = of_version<GinVersion::since_1_6>(
    "1.6", "run on Debian's 1.4.0, which holds what 1.6 repaired");
constinit const Enforcer enforcer::gin_0 =
    of_version<GinVersion::before_1_6>("0", "read in the source of 1.4.0");

}  // namespace corslint
