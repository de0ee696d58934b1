#include "rules/catalog.h"
#include "rules/checks/malformed_names.h"

namespace corslint {
namespace {

constexpr MalformedNameTexts request_texts{
    .noun = "header name",
    .consequence =
        "A browser that cannot parse the list of headers fails the whole preflight, "
        "also for the headers that are written well",
};
constexpr MalformedNameTexts response_texts{
    .noun = "header name",
    .consequence = "A browser that cannot parse the list exposes none of its headers",
};

void check(const Policy& policy, const Context& context, Findings& findings) {
  report_malformed_names(policy.headers, request_texts, policy, context, findings);
  report_malformed_names(policy.exposed_headers, response_texts, policy, context, findings);
}

}  // namespace

constinit const Rule rules::malformed_header_name{
    .id = "malformed-header-name",
    .group = Group::headers,
    .severity = Severity::error,
    .summary = "An entry in a list of headers is no header name",
    .rationale =
        "A header name is a token: letters, digits and a few marks such as the hyphen, with no "
        "blank, colon, comma or quote. Browsers parse `Access-Control-Allow-Headers` as one list, "
        "and where that fails the Fetch standard wants a network error: one bad entry takes all "
        "the good ones with it. Enforcers that look each requested name up never find the bad one.",
    .remedy = "Write one bare header name an entry, without colon and value.",
    .exception =
        "Several names with commas in one entry come out right where the enforcer joins the "
        "entries and sends them.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Tenant:"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Tenant"]
)",
    .reference = "https://httpwg.org/specs/rfc9110.html#fields.names",
    .check = check,
};

}  // namespace corslint
