#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/origins/shared_hosts.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const bool with_credentials = allows_credentials(policy, context.enforcer);
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || !is_sandbox_host(name_without_final_dot(origin->host))) continue;
    Finding finding{
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " shows pages that strangers write",
        .consequence = with_credentials
                           ? "Anybody can publish a script there and read with the user's cookies"
                           : "Anybody can publish a script there and read the answers",
        .help = "Remove it, and try things out from an origin of your own",
        .witness = origin->serialize(),
        .fixes = removed(*entry.text, Safety::unsafe),
    };
    if (with_credentials) finding.severity = Severity::error;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::sandbox_origin{
    .id = "sandbox-origin",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "An origin shows pages that anybody may write",
    .rationale =
        "Playgrounds run everybody's code at one origin, or at names that they hand out by the "
        "thousand. An entry for one was added to show a bug or a demo, and from then on every "
        "script that anybody publishes there may read your answers. Scanners try exactly these "
        "hosts first, because they are admitted so often.",
    .remedy = "Remove the entry; try things out from an origin of your own.",
    .exception = "The data is public and no credentials are allowed.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "https://codepen.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference =
        "https://owasp.org/www-project-web-security-testing-guide/latest/"
        "4-Web_Application_Security_Testing/11-Client-side_Testing/"
        "07-Testing_Cross_Origin_Resource_Sharing",
    .check = check,
};

}  // namespace corslint
