#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::unverifiable)) {
    findings.push_back({
        .span = place_of(judged),
        .message =
            "What the pattern admits cannot be proved because of " + part_in_backticks(judged),
        .consequence = "It holds " + judged.finding.message +
                       ", which no automaton expresses, so it may admit more than it seems to",
        .help = "Say the same without it: list the alternatives, or use character classes",
        .label = "not provable",
    });
  }
}

}  // namespace

constinit const Rule rules::unverifiable_pattern{
    .id = "unverifiable-pattern",
    .group = Group::patterns,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::low, 942},
    .summary = "The pattern holds a construct whose breadth cannot be proved",
    .rationale =
        "Most patterns describe a regular language, and for those it is decided exactly which "
        "origins get in. Back-references and a few other constructs leave that world. The "
        "pattern may be perfectly sound, but nobody, this program included, can show it by "
        "proof; and engines that run such constructs backtrack, which an attacker's Origin "
        "header can make very slow.",
    .remedy =
        "Say the same without the construct: list the alternatives, or use character classes.",
    .exception = "You have tested the pattern against hostile origins and know what it admits.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z]+)\.\1\.acme\.io'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://docs.python.org/3/library/re.html#re.fullmatch",
    .check = check,
};

}  // namespace corslint
