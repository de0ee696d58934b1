#include <string>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/headers.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (context.enforcer.exposes_allowed_headers) return;
  for (const auto& entry : policy.headers.entries) {
    if (!is_response_only_header_name(entry.value)) continue;
    const bool is_answer = ascii_lowered(entry.value).starts_with("access-control-");
    findings.push_back({
        .span = entry.span,
        .message = in_backticks(entry.value) + " is a response header, listed among those that "
                                               "requests may carry",
        .consequence =
            is_answer
                ? "It counts only in a server's answer: a script that sends it gains nothing, "
                  "and this entry hides that mistake"
                : "No request needs it, and scripts cannot read it by being allowed to send "
                  "it",
        .help = is_answer ? "Remove it, and take it out of the script's requests first"
                          : "Put it into the exposed headers, if scripts are to read it",
        .label = "sent by servers",
    });
    offer_removal(findings.back(), entry, Safety::unsafe);
  }
}

}  // namespace

constinit const Rule rules::response_header_in_allow_headers{
    .id = "response-header-in-allow-headers",
    .group = Group::headers,
    .severity = Severity::warning,
    .summary = "A response header is listed as a request header",
    .rationale =
        "`Access-Control-Allow-Origin` and its like are what the server answers. They end up in "
        "the list of request headers when somebody has added them to the script's requests: that "
        "makes the browser ask for permission to send them, the preflight fails, and listing them "
        "makes the symptom go away. Names such as `ETag` or `Location` stand here by mistake for "
        "the exposed headers.",
    .remedy =
        "Take the header out of the requests and of this list; expose it if scripts are to read "
        "it.",
    .exception =
        "Keep the entry while clients that really send the header are still in use: without it "
        "their preflights fail.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "Access-Control-Allow-Origin"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-responses",
    .check = check,
};

}  // namespace corslint
