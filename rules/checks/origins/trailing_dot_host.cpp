#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || !has_trailing_dot(*origin)) continue;
    Origin meant = *origin;
    std::get<Domain>(meant.host).name.pop_back();
    findings.push_back({
        .span = entry.text->content,
        .message = "The host of " + in_backticks(entry.value()) + " ends with a dot",
        .consequence = "Browsers keep the dot, so this is another origin than " +
                       in_backticks(meant.serialize()) +
                       ", and hardly anybody opens the site under it",
        .help = "Write " + in_backticks(meant.serialize()),
        .fixes = rewritten(*entry.text, meant.serialize(), Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::trailing_dot_host{
    .id = "trailing-dot-host",
    .group = Group::origins,
    .severity = Severity::warning,
    .summary = "A host ends with a dot",
    .rationale =
        "A final dot makes a name absolute in DNS, and both spellings reach the same server. To "
        "a browser they are two hosts, with different cookies and different origins: a page at "
        "`https://app.acme.io` does not send `https://app.acme.io.`, and the entry waits for "
        "visitors who typed the dot.",
    .remedy = "Write the host without the final dot.",
    .exception = "The site is really opened under the name with the dot.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io."]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://url.spec.whatwg.org/#concept-host",
    .check = check,
};

}  // namespace corslint
