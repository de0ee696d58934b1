#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::string consequence_of(const Irregularity& irregularity) {
  if (irregularity.detail == "dialect")
    return "The policy is judged as a generic one, so what the real enforcer does differently goes "
           "unseen";
  return "The environment counts as unknown, and every rule that needs one stays silent";
}

std::string help_for(const Irregularity& irregularity) {
  if (!irregularity.suggestion.empty())
    return "Write " + in_backticks(irregularity.suggestion) + ", if that was meant";
  if (irregularity.detail == "dialect") return "Write a name that `corslint dialects` lists";
  return "Write `development`, `test`, `staging` or `production`";
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::unknown_value)) {
    const auto& nearest = irregularity->suggestion;
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " is not the name of a known " +
                   irregularity->detail,
        .consequence = consequence_of(*irregularity),
        .help = help_for(*irregularity),
        .label = nearest.empty() ? "" : "did you mean " + in_backticks(nearest) + "?",
        .fixes = rename_to_suggestion(*irregularity),
    });
  }
}

}  // namespace

constinit const Rule rules::unknown_value{
    .id = "unknown-value",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "The dialect or environment that a policy names does not exist",
    .rationale =
        "`dialect` tells which program will enforce the policy, and `environment` where it runs; "
        "half of all judgements depend on the two. The same `https://*.acme.io` is a dead entry in "
        "one dialect and a wide door in another, and `http://localhost:3000` is right in "
        "development and a hole in production. A name that is not known leaves both questions "
        "open, and the report looks better than the policy is.",
    .remedy = "Write one of the known names: `corslint dialects` lists the enforcers.",
    .exception = "",
    .bad = R"([cors]
dialect = "starlete"
allow_origins = ["https://app.acme.io"]
)",
    .good = R"([cors]
dialect = "starlette"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS",
    .check = check,
};

}  // namespace corslint
