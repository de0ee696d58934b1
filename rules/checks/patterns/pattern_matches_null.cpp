#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::null_origin)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " admits `null`",
        .consequence =
            "Any website can send `Origin: null` from a sandboxed frame, and is then let in",
        .help = repair_help(judged, "Begin the pattern with `https://`"),
        .label = "`null` gets in",
        .witness = judged.finding.witness,
        .fixes = repaired(judged, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_null{
    .id = "pattern-matches-null",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::critical, 942},
    .summary = "The pattern admits the null origin",
    .rationale =
        "Browsers send `Origin: null` for sandboxed frames, `data:` pages and after some "
        "redirects. Any website can put a sandboxed frame into its page, so whoever admits "
        "`null` admits every website, also with credentials.",
    .remedy = "Begin the pattern with the scheme.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://acme\.io|null'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference =
        "https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin",
    .check = check,
};

}  // namespace corslint
