#include "rules/catalog.h"
#include "rules/checks/duplicate_names.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  report_duplicate_names(policy.headers, ascii_lowered, findings);
  report_duplicate_names(policy.exposed_headers, ascii_lowered, findings);
}

}  // namespace

constinit const Rule rules::duplicate_header{
    .id = "duplicate-header",
    .group = Group::headers,
    .severity = Severity::warning,
    .summary = "A header is listed twice",
    .rationale =
        "Case does not count in header names: `X-Member-ID` and `x-member-id` are one header, and "
        "browsers ask for it in lower case. The second entry changes nothing. It is usually what "
        "is left of a merge, or it stands where another header was meant.",
    .remedy = "Keep one of the two.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "content-type"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type"]
)",
    .reference = "https://httpwg.org/specs/rfc9110.html#fields.names",
    .check = check,
};

}  // namespace corslint
