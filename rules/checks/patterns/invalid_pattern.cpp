#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::invalid)) {
    findings.push_back({
        .span = place_of(judged),
        .message = "The pattern cannot be read at " + part_in_backticks(judged) + ": " +
                   judged.finding.message,
        .consequence = sentence_subject(context.enforcer) +
                       " refuses it, at the start or with the first request that needs it",
        .help = "Write the pattern in the syntax of the engine that runs it",
        .label = "",
    });
  }
}

}  // namespace

constinit const Rule rules::invalid_pattern{
    .id = "invalid-pattern",
    .group = Group::patterns,
    .severity = Severity::error,
    .summary = "The enforcer's own engine refuses the pattern",
    .rationale =
        "Each enforcer hands its patterns to one engine: Go programs and Envoy to RE2, "
        "Starlette, Flask-CORS and Django to Python, Express and its relatives to JavaScript. "
        "What one engine reads another refuses: RE2 has no look-around and no back-references, "
        "Python has no `\\z` before 3.14, JavaScript has no inline flags. A refused pattern "
        "stops the program when it starts, or fails every request that needs it.",
    .remedy = "Write the pattern in the syntax of the engine that runs it.",
    .bad = R"([cors]
allow_origin_regex = 'https://(acme\.io'
)",
    .good = R"([cors]
allow_origin_regex = 'https://acme\.io'
)",
    .reference = "https://github.com/google/re2/wiki/Syntax",
    .check = check,
};

}  // namespace corslint
