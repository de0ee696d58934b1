#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const auto& entry : policy.exposed_headers.entries) {
    if (!is_cors_safelisted_response_header_name(entry.value)) continue;
    Finding finding{
        .span = entry.span,
        .message = in_backticks(entry.value) + " is readable without being exposed",
        .consequence = "The entry has no effect in today's browsers",
        .help = "Leave it out",
        .label = "safelisted in browsers",
    };
    offer_removal(finding, entry, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::safelisted_response_header{
    .id = "safelisted-response-header",
    .group = Group::headers,
    .severity = Severity::info,
    .summary = "The response header is readable anyway",
    .rationale =
        "Scripts may always read `Cache-Control`, `Content-Language`, `Content-Length`, "
        "`Content-Type`, `Expires`, `Last-Modified` and `Pragma`. Every other response header has "
        "to be exposed: `ETag`, `Date`, `Location`, `Link`, `Content-Disposition`, "
        "`Content-Range` and `Content-Encoding` among them, which many take for safelisted.",
    .remedy = "Leave it out.",
    .exception =
        "Fine to keep for old browsers: `Content-Length` was added to the list years after the "
        "others.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["ETag", "Content-Type"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["ETag"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name",
    .check = check,
};

}  // namespace corslint
