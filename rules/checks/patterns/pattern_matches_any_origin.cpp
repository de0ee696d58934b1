#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::any_origin)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " admits every website",
        .consequence = admitted_reads(policy, context, judged.finding.witness),
        .help =
            "Name the host: `https://([a-z0-9-]+\\.)?acme\\.io` for a domain and its subdomains",
        .label = "every origin",
        .witness = judged.finding.witness,
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_any_origin{
    .id = "pattern-matches-any-origin",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::critical, 942},
    .summary = "The pattern admits every origin",
    .rationale =
        "A pattern that any website matches is a wildcard in disguise, and a worse one: where "
        "`*` is sent as it stands, browsers at least refuse it together with credentials, but "
        "an enforcer answers a matched origin with its own name. So any page that a user "
        "visits while signed in can call the API in the user's name and read the answers. It "
        "happens by `.*`, by `https?://` where the engine searches, and by an alternative left "
        "empty.",
    .remedy = "Name the hosts that are meant.",
    .exception =
        "The data is public and the policy allows no credentials; then `*` says so more "
        "plainly.",
    .bad = R"([cors]
allow_origin_regex = 'https?://.*'
)",
    .good = R"([cors]
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://cwe.mitre.org/data/definitions/942.html",
    .check = check,
};

}  // namespace corslint
