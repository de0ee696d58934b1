#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"
#include "rules/origin/origin.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::any_port)) {
    // Any port of one's own machine is the everyday pattern of development.
    const auto parsed = Origin::parse(judged.finding.witness);
    if (parsed.origin && is_loopback(*parsed.origin)) continue;
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " admits any port of the host",
        .consequence =
            "Every service on that host is let in, such as " + in_backticks(judged.finding.witness),
        .help = "Name the ports that are meant",
        .label = "any port",
        .witness = judged.finding.witness,
        .severity = allows_credentials(policy, context.enforcer) ? std::optional(Severity::warning)
                                                                 : std::nullopt,
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_any_port{
    .id = "pattern-matches-any-port",
    .group = Group::patterns,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 942},
    .summary = "The pattern admits any port of a host",
    .rationale =
        "Each port is an origin of its own, and other ports of a host often belong to other "
        "services: an admin page, a build server, something a colleague started. All of them "
        "are let in.",
    .remedy = "Name the ports that are meant, or leave the port out.",
    .exception = "Nothing else can listen on that host.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://acme\.io(:\d+)?'
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
