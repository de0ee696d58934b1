// Amazon S3's bucket CORS configuration and the stores that take the same rules (R2, Spaces,
// Wasabi, Ceph). From the S3 user guide and PutBucketCors reference; matching as in LocalStack's
// reimplementation.

#include <array>

#include "rules/enforcers/all.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 5> s3_methods{"GET", "PUT", "POST", "DELETE", "HEAD"};

}  // namespace

constinit const Enforcer enforcer::s3{
    .name = "s3",
    .since = "",
    .title = "Amazon S3",
    .summary = "{\"CORSRules\": [...]} or the bare array of the console",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::any_run,
    .wildcard_with_credentials = WildcardWithCredentials::credentials_dropped,
    .wildcard_with_credentials_text = "S3 sends `*` without `Access-Control-Allow-Credentials`",
    .empty_origins = EmptyOrigins::refused,
    .empty_origins_text = "S3 refuses a rule without AllowedOrigins (MalformedXML)",
    .string_as_list_text = "S3 refuses the document (MalformedXML)",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::not_supported,
    .method_check = MethodCheck::actual_requests_too,
    .methods = s3_methods,
    .has_credentials = false,
    .header_globs = true,
    .missing_methods_text = "S3 refuses a rule without AllowedMethods (MalformedXML)",
    .several_globs_text =
        "S3 refuses the whole configuration: an AllowedOrigin or AllowedHeader can not have more "
        "than one wildcard",
};

}  // namespace corslint
