#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/origins/shared_hosts.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::bounded)) {
    const auto domain = domain_under(glob);
    if (!domain || !is_shared_host(ascii_lowered(*domain))) continue;
    const std::string attacker = attacker_of(glob);
    Finding finding{
        .span = entry.text->content,
        .message =
            in_backticks(entry.value()) + " admits every customer of " + in_backticks(*domain),
        .consequence = stranger_consequence(policy, enforcer, attacker),
        .help = "Name your own host under " + in_backticks(*domain),
        .witness = attacker,
    };
    if (allows_credentials(policy, enforcer)) finding.severity = Severity::error;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::glob_under_shared_hosting{
    .id = "glob-under-shared-hosting",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "A glob admits every customer of a shared host",
    .rationale =
        "Many services give each customer a name below their own domain without having that "
        "domain entered in the public suffix list: `acme.atlassian.net`, `acme.zendesk.com`, "
        "`acme.surge.sh`. A glob over such a domain admits all customers, and becoming one takes a "
        "form and a minute. Some of them can put scripts of their own on their pages, and those "
        "scripts then read your answers.",
    .remedy = "Name your own host: `https://acme.surge.sh`.",
    .exception = "The service lets none of its customers run scripts on its pages.",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://*.surge.sh"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://acme.surge.sh"]
)",
    .reference = "https://publicsuffix.org/learn/",
    .check = check,
};

}  // namespace corslint
