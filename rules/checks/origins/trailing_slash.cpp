#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(context, {OriginProblem::trailing_slash})) {
    findings.push_back({
        .span = found.place(),
        .message = in_backticks(found.entry.value()) + " ends with a slash",
        .consequence = never_matches(context.enforcer, found.sent()),
        .help = "Write the origin without the slash",
        .label = "no origin has this",
        .fixes = part_replaced(*found.entry.text, found.note.offset, found.note.length, "",
                               Safety::safe),
    });
  }
}

}  // namespace

constinit const Rule rules::trailing_slash{
    .id = "trailing-slash",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin ends with a slash",
    .rationale =
        "An origin is a scheme, a host and a port; the slash is the beginning of a path, which "
        "no Origin header ever carries. A browser sends `https://app.acme.io`, the enforcer "
        "compares it with `https://app.acme.io/`, and the two differ in one byte. The address was "
        "usually copied from the browser's own address bar, which shows the slash. The Fetch "
        "standard lists exactly this as an example of a check that fails.",
    .remedy = "Write the origin without the slash: `https://app.acme.io`.",
    .exception = "Your own code strips the slash before the enforcer sees the list.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io/"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-allow-origin",
    .check = check,
};

}  // namespace corslint
