#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::unanchored)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " is not anchored" +
                   (judged.finding.message.empty() ? std::string() : ": " + judged.finding.message),
        .consequence = application_of(context.enforcer, judged.query.mode) + ", so " +
                       admitted_reads(policy, context, judged.finding.witness),
        .help = repair_help(judged, "Anchor it with `^` and `$`"),
        .label = "anything may follow or precede",
        .witness = judged.finding.witness,
        .fixes = repaired(judged, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::unanchored_pattern{
    .id = "unanchored-pattern",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 777},
    .summary = "The pattern leaves an end of the origin open",
    .rationale =
        "Traefik, Express and its relatives, gin and Rails search for the pattern anywhere in "
        "the Origin header; Flask-CORS, Django and Starlette before 0.13.1 match it from the "
        "start and let anything follow. There `https://acme\\.io` is also found in "
        "`https://acme.io.attacker.example`, a name that anybody can set up in a minute, and "
        "the enforcer answers that origin as a friend.",
    .remedy = "Anchor the pattern at both ends: `^https://acme\\.io$`.",
    .bad = R"([cors]
dialect = "traefik"
vary = true
allow_origin_regex = ['^https://acme\.io']
)",
    .good = R"([cors]
dialect = "traefik"
vary = true
allow_origin_regex = ['^https://acme\.io$']
)",
    .reference =
        "https://doc.traefik.io/traefik/middlewares/http/headers/"
        "#accesscontrolalloworiginlistregex",
    .check = check,
};

}  // namespace corslint
