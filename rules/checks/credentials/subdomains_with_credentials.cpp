#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!allows_credentials(policy, context.enforcer)) return;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::bounded)) {
    if (!domain_under(glob) || !glob.before.ends_with("://")) continue;
    const std::string forgotten = std::string(glob.before) + "forgotten-campaign" +
                                  std::string(glob.tail) + std::string(glob.port);
    if (!admits(entry.meaning, forgotten, context.matchers)) continue;
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " lets every subdomain read with the user's "
                                                 "cookies",
        .consequence = "One subdomain with a script hole, or one whose record points to a service "
                       "that was cancelled, is enough to read the data of every user",
        .help = "List the subdomains that need credentials",
        .witness = forgotten,
        .labels = {{place_of(policy.credentials), "credentials are allowed here"}},
    });
    if (policy.credentials.key.empty()) findings.back().labels.clear();
  }
}

}  // namespace

constinit const Rule rules::subdomains_with_credentials{
    .id = "subdomains-with-credentials",
    .group = Group::credentials,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 942},
    .summary = "Every subdomain is trusted with the user's cookies",
    .rationale =
        "`https://*.acme.io` trusts the blog, the status page, the shop of a partner and every "
        "campaign site that anybody ever set up. With credentials, a script on the weakest of them "
        "reads what the user may read. Subdomains are taken over more often than domains: a DNS "
        "record that still points to a bucket or an app that was deleted can be claimed by "
        "whoever creates one of that name. OWASP advises to list the origins instead.",
    .remedy = "List the subdomains that need credentials.",
    .exception = "All subdomains are in one hand and nobody else can publish on any of them.",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://*.acme.io", "https://acme.io"]
allow_credentials = true
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://app.acme.io", "https://acme.io"]
allow_credentials = true
)",
    .reference =
        "https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html"
        "#cross-origin-resource-sharing",
    .check = check,
};

}  // namespace corslint
