#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(context, {OriginProblem::default_port})) {
    const Text& text = *found.entry.text;
    const std::string port(
        std::string_view(text.value).substr(found.note.offset, found.note.length));
    findings.push_back({
        .span = found.place(),
        .message = in_backticks(text.value) + " names the default port",
        .consequence = never_matches(context.enforcer, found.sent()),
        .help = "Leave " + in_backticks(port) + " out",
        .label = "browsers leave it out",
        .fixes = part_replaced(text, found.note.offset, found.note.length, "", Safety::safe),
    });
  }
}

}  // namespace

constinit const Rule rules::default_port{
    .id = "default-port",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin names the port that its scheme implies",
    .rationale =
        "A browser writes the port into the Origin header only where it differs from the one "
        "that the scheme implies: 443 for https, 80 for http. A page at `https://app.acme.io:443` "
        "therefore sends `https://app.acme.io`, and an entry with `:443` is compared with that "
        "text and differs.",
    .remedy = "Leave `:443` off https origins and `:80` off http origins.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io:443"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://url.spec.whatwg.org/#default-port",
    .check = check,
};

}  // namespace corslint
