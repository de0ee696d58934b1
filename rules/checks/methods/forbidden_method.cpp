#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/methods.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const auto& entry : policy.methods.entries) {
    if (!is_forbidden_method(entry.value)) continue;
    Finding finding{
        .span = entry.span,
        .message = "No script can send " + in_backticks(entry.value),
        .consequence =
            "Browsers throw before anything is sent, so the entry permits nothing, and "
            "it suggests that the server answers a method that it should not",
        .help = "Remove it",
        .label = "forbidden in every browser",
    };
    offer_removal(finding, entry, Safety::safe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::forbidden_method{
    .id = "forbidden-method",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "A method is listed that no browser lets a script send",
    .rationale =
        "CONNECT, TRACE and TRACK are forbidden methods: `fetch()` and XMLHttpRequest throw when a "
        "script names one, whatever a server permits. TRACE and TRACK echo a request with its "
        "headers and once gave scripts the cookies that were hidden from them, so servers should "
        "not answer them at all.",
    .remedy = "Remove the entry, and switch TRACE off in the server.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "TRACE"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT"]
)",
    .reference = "https://fetch.spec.whatwg.org/#forbidden-method",
    .check = check,
};

}  // namespace corslint
