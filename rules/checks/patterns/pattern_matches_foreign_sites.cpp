#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::foreign_sites)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " admits domains that anybody can register",
        .consequence = admitted_reads(policy, context, judged.finding.witness),
        .help = repair_help(judged, "Put a dot before the name, and name the top-level domain"),
        .label = "reaches beyond the name",
        .witness = judged.finding.witness,
        .fixes = repaired(judged, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_foreign_sites{
    .id = "pattern-matches-foreign-sites",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "The pattern admits domains that its author does not own",
    .rationale =
        "The set of registrable domains that the pattern admits was computed, and it goes on "
        "without end: what stands before or after the name may be any text, without a dot "
        "between. `https://.*acme\\.io` is meant for subdomains and lets in "
        "`https://attackeracme.io` as well, which costs a few dollars. From there every user "
        "who can be led to the page is read in their own name.",
    .remedy = "Put the dot into the pattern: `https://(.*\\.)?acme\\.io`.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://.*acme\.io'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://cwe.mitre.org/data/definitions/942.html",
    .check = check,
};

}  // namespace corslint
