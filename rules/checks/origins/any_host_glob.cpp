#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::any_host)) {
    const std::string attacker = attacker_of(glob);
    Finding finding{
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " admits every host",
        .consequence = stranger_consequence(policy, enforcer, attacker),
        .help = "List the origins that need to read; write `*` if everybody is really meant",
        .witness = attacker,
    };
    if (allows_credentials(policy, enforcer)) finding.severity = Severity::error;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::any_host_glob{
    .id = "any-host-glob",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::critical, 942},
    .summary = "A glob admits every host",
    .rationale =
        "`https://*` looks narrower than `*` and is worse. It admits every site that has a "
        "certificate, which costs nothing, and the enforcer answers with the site's own name "
        "instead of `*`. Browsers refuse `*` with credentials, and accept a name: with credentials "
        "on, any website reads the user's data.",
    .remedy = "List the origins that need to read.",
    .exception = "The data is public and no credentials are allowed.",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://*"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://github.com/rs/cors#parameters",
    .check = check,
};

}  // namespace corslint
