#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/enforced_names.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/headers/header_pattern.h"
#include "rules/checks/origins/additions.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool covers_content_type(const Text& entry, const Policy& policy, const Context& context) {
  if (!is_judged(entry) || entry.value.find('*') != std::string::npos ||
      ascii_lowered(entry.value).find("content-type") != std::string::npos)
    return true;
  return header_pattern(entry, policy, context.enforcer) == HeaderPattern::compiles &&
         permits_header(context, entry.value, "Content-Type");
}

bool has_body(const Text& entry) {
  return is_judged(entry) &&
         (entry.value == "POST" || entry.value == "PUT" || entry.value == "PATCH");
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (context.enforcer.adds_safelisted_headers) return;
  const auto& headers = policy.headers.entries;
  if (headers.empty() || std::ranges::any_of(headers, [&](const Text& entry) {
        return covers_content_type(entry, policy, context);
      }))
    return;
  const auto& methods = policy.methods.entries;
  const auto method = std::find_if(methods.begin(), methods.end(), has_body);
  if (method == methods.end()) return;
  findings.push_back({
      .span = policy.headers.span,
      .message = in_backticks(method->value) +
                 " is permitted, but `Content-Type` is not listed in " +
                 in_backticks(policy.headers.key),
      .consequence = "A JSON body needs it: `Content-Type: application/json` makes the preflight "
                     "fail, and only the types of HTML forms pass",
      .help = "Add `Content-Type`, unless bodies are sent as forms send them",
      .label = "no `Content-Type`",
      .labels = {{method->span, "carries a body"}},
      .fixes = added(policy.headers, "Content-Type", context.text),
  });
}

}  // namespace

constinit const Rule rules::content_type_not_allowed{
    .id = "content-type-not-allowed",
    .group = Group::headers,
    .severity = Severity::info,
    .summary = "Methods with a body are permitted, and `Content-Type` is not",
    .rationale =
        "`Content-Type` can be sent without permission only with the three types that HTML forms "
        "have. `application/json` is none of them, so a script that posts JSON has the browser ask "
        "for the header, and a policy without it refuses. It is the most common reason for a "
        "preflight that fails although origin and method are right. Starlette permits it whatever "
        "the list says, and this rule is silent there.",
    .remedy = "Add `Content-Type` to the allowed headers.",
    .exception = "Fine where bodies are form data or plain text, or where uploads set no type.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT"]
allow_headers = ["X-Tenant"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT"]
allow_headers = ["Content-Type", "X-Tenant"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-safelisted-request-header",
    .check = check,
};

}  // namespace corslint
