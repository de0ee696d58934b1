#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (!is_compared(entry) || !entry.parsed.origin) continue;
    const std::string& scheme = entry.parsed.origin->scheme;
    if (scheme != "ws" && scheme != "wss") continue;
    const std::string page = scheme == "ws" ? "http" : "https";
    const auto colon = entry.value().find(':');
    const std::string meant = page + std::string(entry.value().substr(colon));
    findings.push_back({
        .span = part_of(*entry.text, 0, colon),
        .message = in_backticks(entry.value()) + " names the socket, not the page that opens it",
        .consequence = never_matches(context.enforcer, meant),
        .help = "Write the origin of the page, " + in_backticks(meant),
        .fixes = part_replaced(*entry.text, 0, colon, page, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::websocket_scheme{
    .id = "websocket-scheme",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin has a WebSocket scheme",
    .rationale =
        "The Origin header says which page asks, not what it asks for. A page at "
        "`https://app.acme.io` that opens `wss://api.acme.io/feed` sends `https://app.acme.io`; no "
        "page has an address that starts with `ws:` or `wss:`. Some libraries accept such entries "
        "because they believe otherwise, and never match them.",
    .remedy = "List the `https://` origin of the page that opens the socket.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["wss://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://websockets.spec.whatwg.org/#opening-handshake",
    .check = check,
};

}  // namespace corslint
