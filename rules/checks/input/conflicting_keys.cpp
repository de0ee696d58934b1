#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::duplicate_key)) {
    if (irregularity->suggestion.empty()) continue;
    Finding finding{
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " sets what " +
                   in_backticks(irregularity->suggestion) + " sets already, to something else",
        .consequence = sentence_subject(context.enforcer) +
                       " takes one of the two names for this setting, and the values under the "
                       "other are lost",
        .help = "Keep the name that your program reads, with all the values that are meant",
        .label = "read here",
    };
    if (irregularity->related) finding.labels.push_back({*irregularity->related, "not read here"});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::conflicting_keys{
    .id = "conflicting-keys",
    .group = Group::input,
    .severity = Severity::warning,
    .summary = "Two names of one setting hold different values",
    .rationale =
        "`origins` and `allowed_origins`, `ExposeHeaders` and `ExposedHeaders`: the same setting "
        "has many names, and a program knows one of them. Two names in one table are the trace of "
        "a renaming, or of an example from another product. One of the two is read by nobody, and "
        "whoever edits that one sees no change.",
    .remedy = "Delete the name that is not read, and write every value under the other.",
    .exception = "Your program reads both and means different things by them.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allowed_origins = ["https://admin.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io", "https://admin.acme.io"]
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc8259#section-4",
    .check = check,
};

}  // namespace corslint
