#include <string>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/token.h"

namespace corslint {
namespace {

void judge(const TextList& list, Findings& findings) {
  for (const auto& entry : list.entries) {
    const auto star = entry.value.find('*');
    if (!is_judged(entry) || !is_token(entry.value) || entry.value == "*" ||
        star == std::string::npos)
      continue;
    findings.push_back({
        .span = entry.span,
        .message = in_backticks(entry.value) + " is no wildcard: `*` counts only alone",
        .consequence = "`*` may stand in a header's name, so browsers look for a header that is "
                       "really called that, and there is none",
        .help = "List the headers that begin so one by one",
        .label = "a literal name",
    });
  }
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!context.enforcer.header_globs) judge(policy.headers, findings);
  judge(policy.exposed_headers, findings);
}

}  // namespace

constinit const Rule rules::partial_header_wildcard{
    .id = "partial-header-wildcard",
    .group = Group::headers,
    .severity = Severity::error,
    .summary = "A `*` inside a header name stands for nothing",
    .rationale =
        "`*` alone is a wildcard. In `X-*` it is one of the marks that a header name may hold, so "
        "the entry is the literal name `x-*`, which no request carries; nothing complains, and "
        "the preflight for `X-Tenant` fails. Stores that take S3's rules do read one `*` in an "
        "allowed header as a prefix match, and this rule is silent there.",
    .remedy = "List the headers one by one.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Acme-*"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Acme-Tenant"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-allow-headers",
    .check = check,
};

}  // namespace corslint
