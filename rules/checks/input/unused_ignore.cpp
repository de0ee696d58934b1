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
    .summary = "An ignore silences nothing",
    .rationale =
        "An ignore is a decision about one finding at one place, in a comment, or where the format "
        "has none (JSON) in an `[[ignore]]` of `corslint.toml`. When the finding is gone, or the "
        "name in the brackets is no rule, it still stands there and waits: the next mistake of "
        "that kind at the same place is silenced before anybody has seen it. A name that was "
        "mistyped never silenced anything and only looks as if it did. An `[[ignore]]` whose "
        "`expires` has come no longer silences, so the decision is due again.",
    .remedy =
        "Delete the comment or the entry, or write the name of the rule that it was meant for. "
        "What has expired is corrected, or gets a later day.",
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
