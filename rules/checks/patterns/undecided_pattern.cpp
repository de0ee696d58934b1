#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::undecided)) {
    findings.push_back({
        .span = place_of(judged),
        .message = "What the pattern admits was not decided",
        .consequence = "The analysis stopped at a bound (" + judged.finding.message +
                       "), so it may admit more than it seems to",
        .help = "Make it smaller, with fewer nested counts, or list the origins instead",
        .label = "",
    });
  }
}

}  // namespace

constinit const Rule rules::undecided_pattern{
    .id = "undecided-pattern",
    .group = Group::patterns,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::low, 942},
    .summary = "The bounds of the analysis were reached",
    .rationale =
        "The analysis of a pattern is exact, and bounded so that no file can make it hang. "
        "Patterns that people write are far below the bounds; nested counted repeats such as "
        "`((a{0,99}){0,99}){0,99}` reach them. Such a pattern is also slow to compile for the "
        "enforcer, and some engines refuse it.",
    .remedy = "Make the pattern smaller, or list the origins.",
    .bad = R"([cors]
allow_origin_regex = 'https://(((([a-z]{0,30}\.){0,30}){0,30}[a-z]{0,30}){0,30}x{0,30}){0,30}\.acme\.io'
dialect = "starlette"
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://github.com/google/re2/wiki/Syntax",
    .check = check,
};

}  // namespace corslint
