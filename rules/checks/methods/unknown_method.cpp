#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/methods.h"
#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  // An enforcer with a list of its own refuses the entry, which says more.
  if (!context.enforcer.methods.empty()) return;
  for (const auto& entry : policy.methods.entries) {
    if (!is_judged(entry) || !is_token(entry.value) || entry.value == "*") continue;
    const auto upper = ascii_uppered(entry.value);
    if (is_registered_method(upper)) continue;
    const auto nearest = nearest_of(upper, registered_methods());
    Finding finding{
        .span = entry.span,
        .message = in_backticks(entry.value) + " is no registered HTTP method",
        .consequence =
            "Unless the application has a method of its own by that name, the entry "
            "permits nothing, and the method that was meant is refused",
        .help = nearest.empty() ? "Write the method that the application answers"
                                : "Write " + in_backticks(nearest) + ", if that was meant",
        .label = nearest.empty() ? "" : "did you mean " + in_backticks(nearest) + "?",
    };
    if (!nearest.empty()) offer_replacement(finding, entry, nearest, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::unknown_method{
    .id = "unknown-method",
    .group = Group::methods,
    .severity = Severity::warning,
    .summary = "A listed method is not a registered HTTP method",
    .rationale =
        "A preflight names the method that a script wants to use, and it has to be in the list "
        "letter by letter. A slip of the keyboard (`DELTE`) is not noticed by anyone until that "
        "one call fails. The names that IANA has registered, those of WebDAV and QUERY among them, "
        "are taken as known.",
    .remedy = "Write the name of the method as it is registered.",
    .exception =
        "Fine for an application that answers a method of its own, such as a cache with PURGE.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "DELTE"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "DELETE"]
)",
    .reference = "https://www.iana.org/assignments/http-methods/http-methods.xhtml",
    .check = check,
};

}  // namespace corslint
