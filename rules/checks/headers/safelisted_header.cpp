#include "rules/catalog.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/headers.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Content-Type is safelisted for the types of HTML forms only, and `application/json` is what
/// people send.
bool needs_no_permission(std::string_view name) {
  return is_cors_safelisted_request_header_name(name) && !equal_ignoring_case(name, "content-type");
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (context.enforcer.exposes_allowed_headers) return;
  for (const auto& entry : policy.headers.entries) {
    if (!needs_no_permission(entry.value)) continue;
    const bool is_range = equal_ignoring_case(entry.value, "range");
    findings.push_back({
        .span = entry.span,
        .message =
            in_backticks(entry.value) +
            (is_range ? " with one plain range needs no permission" : " needs no permission"),
        .consequence = is_range ? "Browsers send `bytes=N-` and `bytes=N-M` without asking; the "
                                  "entry counts only for other ranges"
                                : "Browsers send it without asking as long as its value is at most "
                                  "128 bytes of harmless characters",
        .help = "Keep it for unusual values, or leave it out",
        .label = "safelisted in browsers",
    });
  }
}

}  // namespace

constinit const Rule rules::safelisted_header{
    .id = "safelisted-header",
    .group = Group::headers,
    .severity = Severity::info,
    .summary = "The request header needs no permission",
    .rationale =
        "`Accept`, `Accept-Language` and `Content-Language` are safelisted request headers, and so "
        "is `Range` with a single plain range: browsers send them across origins without asking. "
        "The entry counts only for values that are unusual: longer than 128 bytes, with special "
        "characters, or together more than 1024 bytes. `Content-Type` is safelisted for the types "
        "of HTML forms only, so it is never reported here.",
    .remedy = "Leave it out, unless its values are unusual.",
    .exception = "Fine to keep: it does no harm, and it counts for long or unusual values.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "Accept"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-safelisted-request-header",
    .check = check,
};

}  // namespace corslint
