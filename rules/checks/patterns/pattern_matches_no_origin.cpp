#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::no_origin)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " matches nothing that a browser sends",
        .consequence =
            sentence_subject(context.enforcer) + " admits nobody by it" +
            (judged.finding.message.empty() ? std::string() : ": " + judged.finding.message),
        .help = "Write the pattern for `https://host` or `https://host:port`, in lower case",
        .label = "",
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_no_origin{
    .id = "pattern-matches-no-origin",
    .group = Group::patterns,
    .severity = Severity::error,
    .summary = "The pattern admits nobody",
    .rationale =
        "An Origin header is a scheme, a host and a port in lower case, without a default "
        "port, without a slash behind it: `https://app.acme.io`. A pattern that asks for "
        "anything else can never match, so the front end that it was written for is refused. "
        "Usual causes are a slash at the end, a missing scheme under a full match, upper case, "
        "`:443`, and a backslash that was doubled once too often.",
    .remedy = "Write the pattern for the origin as browsers send it.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://acme\.io/'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://acme\.io'
)",
    .reference =
        "https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin",
    .check = check,
};

}  // namespace corslint
