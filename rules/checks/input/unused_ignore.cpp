#include "rules/catalog.h"

namespace corslint {
namespace {

/// Only a whole run knows which ignores silenced something, so the linter reports this rule's
/// findings and a policy by itself has none.
void check(const Policy& /*policy*/, const Context& /*context*/, Findings& /*findings*/) {}

}  // namespace

constinit const Rule rules::unused_ignore{
    .id = "unused-ignore",
    .group = Group::input,
    .severity = Severity::warning,
    .summary = "An ignore comment silences nothing",
    .rationale =
        "An ignore is a decision about one finding at one place. When the finding is gone, or the "
        "name in the brackets is no rule, the comment still stands there and waits: the next "
        "mistake of that kind on the same line is silenced before anybody has seen it. A name that "
        "was mistyped never silenced anything and only looks as if it did.",
    .remedy = "Delete the comment, or write the name of the rule that it was meant for.",
    .exception = "",
    .bad = R"([cors]
# corslint: ignore[trailing-slash] the slash went long ago
allow_origins = ["https://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-cors-protocol",
    .check = check,
};

}  // namespace corslint
