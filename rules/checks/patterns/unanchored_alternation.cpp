#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged :
       judged_patterns(policy, context, PatternFindingKind::unanchored_alternation)) {
    findings.push_back({
        .span = place_of(judged),
        .message = "The anchors do not hold for the whole pattern: " + part_in_backticks(judged) +
                   " is open at one end",
        .consequence = "Each side of `|` has only the `^` or `$` that it is written with, so " +
                       admitted_reads(policy, context, judged.finding.witness),
        .help = repair_help(judged, "Put the alternatives in a group: `^(?:...|...)$`"),
        .label = "open at one end",
        .witness = judged.finding.witness,
        .fixes = repaired(judged, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::unanchored_alternation{
    .id = "unanchored-alternation",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 777},
    .summary = "Anchors bind to one alternative each",
    .rationale =
        "`^https://a\\.acme\\.io|https://b\\.acme\\.io$` reads as two patterns: one that begins "
        "with the first host and ends anywhere, and one that begins anywhere and ends with the "
        "second. Under an engine that searches, `https://a.acme.io.attacker.example` matches "
        "the first.",
    .remedy = "Group the alternatives between the anchors.",
    .bad = R"([cors]
dialect = "traefik"
vary = true
allow_origin_regex = ['^https://a\.acme\.io|https://b\.acme\.io$']
)",
    .good = R"([cors]
dialect = "traefik"
vary = true
allow_origin_regex = ['^https://(?:a|b)\.acme\.io$']
)",
    .reference = "https://github.com/google/re2/wiki/Syntax",
    .check = check,
};

}  // namespace corslint
