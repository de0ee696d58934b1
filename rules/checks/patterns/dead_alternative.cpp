#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged :
       judged_patterns(policy, context, PatternFindingKind::dead_alternative)) {
    findings.push_back({
        .span = place_of(judged),
        .message = part_in_backticks(judged) + " adds nothing to the pattern",
        .consequence = "No origin that a browser sends gets in by this alternative alone",
        .help = repair_help(judged, "Remove it, or correct what keeps it from matching"),
        .label = "never needed",
    });
  }
}

}  // namespace

constinit const Rule rules::dead_alternative{
    .id = "dead-alternative",
    .group = Group::patterns,
    .severity = Severity::warning,
    .summary = "An alternative of the pattern can never match, or adds nothing",
    .rationale =
        "Either nothing that a browser sends matches the alternative, which usually means that "
        "the site it was written for is refused, or every origin that it admits is admitted by "
        "another one as well, which usually means that one of them is wider than was meant.",
    .remedy = "Remove the alternative, or correct it.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://(app|APP)\.acme\.io'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://(app|www)\.acme\.io'
)",
    .reference =
        "https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin",
    .check = check,
};

}  // namespace corslint
