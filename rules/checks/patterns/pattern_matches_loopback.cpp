#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (policy.environment != Environment::production) return;
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::loopback)) {
    findings.push_back({
        .span = place_of(judged),
        .message =
            in_backticks(judged.text.value) + " admits the visitor's own machine in production",
        .consequence =
            "Whatever runs there, such as " + in_backticks(judged.finding.witness) + ", is let in",
        .help = "Keep loopback hosts in the development policy",
        .label = "loopback",
        .witness = judged.finding.witness,
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_loopback{
    .id = "pattern-matches-loopback",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "A production pattern admits loopback hosts",
    .rationale =
        "A loopback origin is any program on the visitor's own machine that serves a page: a "
        "development server, a desktop application, something installed without asking. None "
        "of them has a place in a production policy.",
    .remedy = "Keep loopback hosts in the development policy.",
    .exception = "A desktop application that you ship serves its pages from there.",
    .bad = R"([cors]
environment = "production"
dialect = "starlette"
allow_origin_regex = 'https://acme\.io|http://localhost:\d+'
)",
    .good = R"([cors]
environment = "production"
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://cwe.mitre.org/data/definitions/942.html",
    .check = check,
};

}  // namespace corslint
