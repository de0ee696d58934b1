#include "rules/catalog.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/methods.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (context.enforcer.name_check == NameCheck::compared) return;
  for (const auto& entry : policy.methods.entries) {
    if (!is_cors_safelisted_method(entry.value)) continue;
    findings.push_back({
        .span = entry.span,
        .message = in_backticks(entry.value) + " needs no permission",
        .consequence = "Browsers let every script send `GET`, `HEAD` and `POST`, whether they are "
                       "listed or not; leaving one out protects nothing",
        .help = "Keep it for the reader, or leave it out",
        .label = "safelisted in browsers",
    });
  }
}

}  // namespace

constinit const Rule rules::safelisted_method{
    .id = "safelisted-method",
    .group = Group::methods,
    .severity = Severity::info,
    .summary = "The method needs no permission",
    .rationale =
        "`GET`, `HEAD` and `POST` are safelisted: browsers send them across origins as they always "
        "could with links, images and forms, and do not look them up in "
        "`Access-Control-Allow-Methods` even when a header makes them ask first. A list that "
        "leaves POST out therefore does not keep anyone from posting. Enforcers that compare the "
        "list with what a preflight or the request itself says do need the entries, and this rule "
        "is silent for them.",
    .remedy = "Nothing has to change; do not rely on leaving the method out.",
    .exception = "Fine to keep: a complete list reads better, and another enforcer may need it.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["GET", "PUT"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-safelisted-method",
    .check = check,
};

}  // namespace corslint
