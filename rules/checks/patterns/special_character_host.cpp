#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged :
       judged_patterns(policy, context, PatternFindingKind::special_character_host)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) +
                   " admits foreign hosts with unusual characters in their names",
        .consequence = admitted_reads(policy, context, judged.finding.witness),
        .help = repair_help(judged,
                            "Name the characters that may follow, instead of those that may not"),
        .label = "leaves characters open",
        .witness = judged.finding.witness,
        .fixes = repaired(judged, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::special_character_host{
    .id = "special-character-host",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 625},
    .summary = "A negated class admits hosts with characters that browsers do send",
    .rationale =
        "Names with `_`, and in some browsers `~`, `!` or `&`, resolve on the internet, "
        "because wildcard entries in the name system answer for any text. A class that "
        "excludes only letters, digits, dots and hyphens leaves those characters open, and "
        "`https://acme.io_.attacker.example` gets in.",
    .remedy = "Name the characters that are meant instead of those that are not.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://acme\.io([^a-z0-9.:_/-].*)?'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://url.spec.whatwg.org/#forbidden-domain-code-point",
    .check = check,
};

}  // namespace corslint
