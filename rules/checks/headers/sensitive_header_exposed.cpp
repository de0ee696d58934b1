#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto open = any_origin(policy, context.enforcer);
  if (!open) return;
  for (const auto& entry : policy.exposed_headers.entries) {
    if (!is_secret_header_name(entry.value)) continue;
    findings.push_back({
        .span = entry.span,
        .message = in_backticks(entry.value) + " is exposed to every origin",
        .consequence = "A response that carries a token in it hands the token to whatever site "
                       "made the request",
        .help = "List the origins that may read it, or do not expose it",
        .label = "usually a secret",
        .labels = {{open->span, "every origin is admitted here"}},
    });
    offer_removal(findings.back(), entry, Safety::unsafe);
  }
}

}  // namespace

constinit const Rule rules::sensitive_header_exposed{
    .id = "sensitive-header-exposed",
    .group = Group::headers,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 200},
    .summary = "A header that carries a secret is readable from any origin",
    .rationale =
        "Some APIs answer with a new token or a CSRF token in a response header and expose it so "
        "that their own pages can read it. With an origin list that admits everyone, every other "
        "page can read it too, and a CSRF token that any site can fetch protects nothing.",
    .remedy = "List the origins whose pages need the header.",
    .exception = "Fine where the value is handed to anyone who asks and proves nothing.",
    .bad = R"([cors]
allow_origins = ["*"]
expose_headers = ["X-Auth-Token"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["X-Auth-Token"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-expose-headers",
    .check = check,
};

}  // namespace corslint
