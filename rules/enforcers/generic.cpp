#include "rules/enforcers/all.h"

namespace corslint {

constinit const Enforcer enforcer::generic{
    .name = "generic",
    .since = "",
    .title = "a generic enforcer",
    .summary = "the native form, where nothing tells which program enforces it",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::re2,
    .pattern_mode = MatchMode::full,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "An enforcer that sends `*` is refused by browsers as soon as a request carries "
        "credentials, and one that reflects the "
        "request's origin instead lets every website read with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text =
        "Most enforcers then admit nobody, and some (rs/cors, Fiber) admit everybody",
    .string_as_list_text =
        "Enforcers differ on one string where they read a list: some test for a substring, some "
        "send it as it stands, some take "
        "it as one entry",
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
};

}  // namespace corslint
