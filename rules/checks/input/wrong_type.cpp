#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::vector<Fix> rewritten(const Irregularity& irregularity) {
  if (irregularity.suggestion.empty()) return {};
  return {{.title = "Write " + in_backticks(irregularity.suggestion),
           .safety = Safety::safe,
           .edits = {{irregularity.span, irregularity.suggestion}}}};
}

std::string_view consequence_of(const Irregularity& irregularity) {
  if (irregularity.expected == "a boolean")
    return "Readers differ on this: some fail at the start, and some take any text for true, "
           "`false` too";
  return "Readers differ on this: some fail at the start, and some drop the value without a word";
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const Irregularity* irregularity : irregularities_of(policy, IrregularityKind::wrong_type)) {
    const auto& suggestion = irregularity->suggestion;
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " holds " + irregularity->detail +
                   " where " + irregularity->expected + " is read",
        .consequence = std::string(consequence_of(*irregularity)),
        .help = "Write " + (suggestion.empty() ? irregularity->expected : in_backticks(suggestion)),
        .fixes = rewritten(*irregularity),
    });
  }
}

}  // namespace

constinit const Rule rules::wrong_type{
    .id = "wrong-type",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "A value is not of the type that its key takes",
    .rationale =
        "`\"false\"` in quotes is a text, and in most languages a text that is not empty counts as "
        "true: credentials are then on in a policy that says off. `\"600\"` where a number of "
        "seconds is read stops one program and is dropped by another, and a number in a list of "
        "origins can never be one. KrakenD keeps only the texts of a list without a word, and a "
        "list that is empty for that reason admits every origin.",
    .remedy =
        "Write the value in the type that its key takes: numbers and booleans bare, names "
        "and origins in quotes.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentials = "false"
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentials = false
)",
    .reference = "https://toml.io/en/v1.0.0#boolean",
    .check = check,
};

}  // namespace corslint
