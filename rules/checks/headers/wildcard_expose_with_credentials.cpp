#include "rules/catalog.h"
#include "rules/checks/literal_wildcard.h"

namespace corslint {
namespace {

constexpr LiteralWildcardTexts texts{
    .sent =
        "With credentials browsers take it for a header of that name, so scripts read none but "
        "the safelisted response headers",
    .dropped =
        " does not send it with credentials, so scripts read none but the safelisted "
        "response headers",
    .help = "List the response headers that scripts read",
};

void check(const Policy& policy, const Context& context, Findings& findings) {
  report_literal_wildcard(policy.exposed_headers, context.enforcer.exposed_wildcard, texts, policy,
                          context, findings);
}

}  // namespace

constinit const Rule rules::wildcard_expose_with_credentials{
    .id = "wildcard-expose-with-credentials",
    .group = Group::headers,
    .severity = Severity::error,
    .summary = "`*` as an exposed header means nothing with credentials",
    .rationale =
        "In `Access-Control-Expose-Headers` a `*` stands for every header only while the request "
        "carries no credentials. With cookies it is a header name that no response has: "
        "`response.headers.get(\"Content-Disposition\")` is null, and nothing says why.",
    .remedy = "List the response headers by name.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["*"]
allow_credentials = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["Content-Disposition", "ETag"]
allow_credentials = true
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",
    .check = check,
};

}  // namespace corslint
