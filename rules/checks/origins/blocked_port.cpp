#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/blocked_ports.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (!is_compared(entry) || !entry.parsed.origin) continue;
    const Origin& origin = *entry.parsed.origin;
    if (!is_web(origin) || !origin.port || !is_bad_port(*origin.port)) continue;
    const std::string port = std::to_string(*origin.port);
    const auto colon = entry.value().rfind(':');
    // Any port is also one that browsers open.
    if (entry.value().find('*', colon) != std::string_view::npos) continue;
    findings.push_back({
        .span = part_of(*entry.text, colon + 1, entry.value().size() - colon - 1),
        .message = in_backticks(entry.value()) + " is on a port that browsers do not open",
        .consequence = "Port " + port +
                       " is blocked in every browser, so that no page can be at this origin and "
                       "send it",
        .help = "Serve the page on another port and list that one",
        .label = "blocked",
    });
  }
}

}  // namespace

constinit const Rule rules::blocked_port{
    .id = "blocked-port",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin is on a port that browsers refuse to open",
    .rationale =
        "Browsers refuse to connect to some eighty ports on which other protocols are spoken, so "
        "that a web page cannot talk to a mail server or a printer. Chrome says "
        "`ERR_UNSAFE_PORT`, Firefox \"This address is restricted\". A front end that is served on "
        "6000, 5060, 4190 or 6666 runs for `curl` and for health checks and opens in no browser, "
        "and nobody can send an origin with that port.",
    .remedy = "Serve the page on a port that browsers open, such as 3000, 5173 or 8080.",
    .exception = "Every visitor's browser was told to open the port all the same.",
    .bad = R"([cors]
allow_origins = ["http://localhost:6000"]
)",
    .good = R"([cors]
allow_origins = ["http://localhost:6001"]
)",
    .reference = "https://fetch.spec.whatwg.org/#port-blocking",
    .check = check,
};

}  // namespace corslint
