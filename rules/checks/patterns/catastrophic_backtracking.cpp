#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged :
       judged_patterns(policy, context, PatternFindingKind::catastrophic_backtracking)) {
    findings.push_back({
        .span = place_of(judged),
        .message = part_in_backticks(judged) + " can be matched in very many ways",
        .consequence = sentence_subject(context.enforcer) +
                       " tries them all on an Origin header such as " +
                       in_backticks(judged.finding.witness.substr(0, 80)) +
                       (judged.finding.message == "exponential"
                            ? ", and each further character doubles the time"
                            : ", and the time grows with a high power of its length"),
        .help = "Say it so that each text can be matched in one way only",
        .label = "tried in every combination",
    });
  }
}

}  // namespace

constinit const Rule rules::catastrophic_backtracking{
    .id = "catastrophic-backtracking",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 1333},
    .summary = "The pattern backtracks catastrophically on a hostile Origin header",
    .rationale =
        "Engines that backtrack, in Python, JavaScript, Java and most others, try every way to "
        "match before they give up. Where a repeat stands within a repeat, such as "
        "`(\\w+\\.?)*`, the number of ways doubles with each character. The Origin header is the "
        "client's own text, so a single request of a few dozen bytes keeps a worker busy for "
        "hours. RE2 and Go do not backtrack.",
    .remedy =
        "Let each text be matched in one way only: `([a-z0-9-]+\\.)*`, with the separator in "
        "every round.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9]+\.?)*\.acme\.io'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)*acme\.io'
)",
    .reference =
        "https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS",
    .check = check,
};

}  // namespace corslint
