#include <string>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/headers.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::string help_for(std::string_view name) {
  if (equal_ignoring_case(name, "cookie") || equal_ignoring_case(name, "set-cookie"))
    return "Remove it: cookies travel where credentials are allowed, not by a header's permission";
  return "Remove it";
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  // Where the same list names the response headers to read, a name like `Content-Length` has a use.
  if (context.enforcer.exposes_allowed_headers) return;
  for (const auto& entry : policy.headers.entries) {
    if (!is_judged(entry) || !is_forbidden_request_header_name(entry.value)) continue;
    Finding finding{
        .span = entry.span,
        .message = "No script can set " + in_backticks(entry.value),
        .consequence =
            "The browser sets it itself and never asks for permission to, so the entry "
            "has no effect",
        .help = help_for(entry.value),
        .label = "set by the browser",
    };
    offer_removal(finding, entry, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::forbidden_request_header{
    .id = "forbidden-request-header",
    .group = Group::headers,
    .severity = Severity::warning,
    .summary = "A request header is listed that only the browser sets",
    .rationale =
        "Host, Origin, Cookie, Content-Length, Connection, Referer and some others, and every name "
        "that begins with `Sec-` or `Proxy-`, are set by the browser alone: scripts cannot touch "
        "them, and they never stand in `Access-Control-Request-Headers`. Listing them is copied "
        "from policy to policy, does nothing, and hides what the list really permits. "
        "`User-Agent` is not one of them any more.",
    .remedy = "Remove the entry.",
    .exception =
        "Fine to leave where a list is shared with clients that are no browsers and do read it.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "Origin"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type"]
)",
    .reference = "https://fetch.spec.whatwg.org/#forbidden-request-header",
    .check = check,
};

}  // namespace corslint
