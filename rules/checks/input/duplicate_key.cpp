#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::duplicate_key)) {
    if (!irregularity->suggestion.empty()) continue;  // another name of the same setting
    Finding finding{
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " is set a second time",
        .consequence =
            "Most readers keep the last value without a word, and some the first, so "
            "one of the two has no effect",
        .help = "Keep one of them, with all the values that are meant",
        .label = "second value",
    };
    if (irregularity->related) finding.labels.push_back({*irregularity->related, "first set here"});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::duplicate_key{
    .id = "duplicate-key",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "A key stands twice and one of its values is lost",
    .rationale =
        "JSON leaves open what a repeated name means, and env files are read line by line: "
        "nearly every reader takes the last value and drops the other silently. Whoever edits the "
        "first of the two sees no change, and an origin that was removed in one place is still "
        "admitted by the other. The two lines often come from a merge, or from a block that was "
        "pasted below an older one.",
    .remedy = "Delete one of the two and write every value into the other.",
    .exception = "",
    .example_file = "cors.json",
    .bad = R"({
  "cors": {
    "allow_origins": ["https://app.acme.io"],
    "allow_origins": ["https://admin.acme.io"]
  }
}
)",
    .good = R"({
  "cors": {
    "allow_origins": ["https://app.acme.io", "https://admin.acme.io"]
  }
}
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc8259#section-4",
    .check = check,
};

}  // namespace corslint
