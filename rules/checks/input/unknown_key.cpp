#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::unknown_key)) {
    const auto& nearest = irregularity->suggestion;
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " is no key of a policy",
        .consequence = sentence_subject(context.enforcer) +
                       " does not read it, so the setting keeps its default",
        .help = nearest.empty() ? "Remove it, or write the key that was meant"
                                : "Write " + in_backticks(nearest) + ", if that was meant",
        .label = nearest.empty() ? "" : "did you mean " + in_backticks(nearest) + "?",
        .fixes = rename_to_suggestion(*irregularity),
    });
  }
}

}  // namespace

constinit const Rule rules::unknown_key{
    .id = "unknown-key",
    .group = Group::input,
    .severity = Severity::warning,
    .summary = "A policy has a key that nothing reads",
    .rationale =
        "A key that is spelled differently from what its reader looks up is not an error to most "
        "readers: it is ignored, and the setting keeps its default. A misspelled list of origins "
        "becomes no list, which admits nobody in one engine and everybody in another; a misspelled "
        "`allow_credentials` leaves logins broken with nothing in the configuration to show why.",
    .remedy = "Write the key as the enforcer spells it, or remove it.",
    .exception = "The key belongs to something else that shares the table.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentails = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentials = true
)",
    .reference = "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS",
    .check = check,
};

}  // namespace corslint
