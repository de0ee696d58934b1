// Google Cloud Storage's bucket CORS configuration (also Firebase Storage). From the Cloud Storage
// documentation.

#include "rules/enforcers/all.h"

namespace corslint {

constinit const Enforcer enforcer::gcs{
    .name = "gcs",
    .since = "",
    .title = "Google Cloud Storage",
    .summary =
        "the array of {origin, method, responseHeader, maxAgeSeconds} that --cors-file takes",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::credentials_dropped,
    .wildcard_with_credentials_text =
        "Cloud Storage never sends `Access-Control-Allow-Credentials`",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Cloud Storage then admits nobody",
    .string_as_list_text = "`gcloud` refuses the file: origin has to be a list",
    .method_wildcard = NameWildcard::mirrored,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .method_check = MethodCheck::actual_requests_too,
    .has_credentials = false,
    .exposes_allowed_headers = true,
};

}  // namespace corslint
