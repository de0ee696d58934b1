#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const auto& entry : policy.exposed_headers.entries) {
    if (!is_forbidden_response_header_name(entry.value)) continue;
    Finding finding{
        .span = entry.span,
        .message = "No script ever reads " + in_backticks(entry.value),
        .consequence = "Browsers keep it from every page, so exposing it has no effect",
        .help = "Remove it, and send in another header or in the body what scripts have to know",
        .label = "hidden in every browser",
    };
    offer_removal(finding, entry, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::forbidden_response_header{
    .id = "forbidden-response-header",
    .group = Group::headers,
    .severity = Severity::warning,
    .summary = "A response header is exposed that no script can read",
    .rationale =
        "`Set-Cookie` and `Set-Cookie2` are forbidden response header names: the browser stores "
        "the cookie and takes the header away before a script sees the response, whatever is "
        "exposed. It is usually listed when a login's cookie does not seem to arrive; that is a "
        "matter of credentials in the request and of the cookie's `SameSite` and `Secure`.",
    .remedy = "Remove the entry.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["ETag", "Set-Cookie"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["ETag"]
)",
    .reference = "https://fetch.spec.whatwg.org/#forbidden-response-header-name",
    .check = check,
};

}  // namespace corslint
