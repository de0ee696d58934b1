#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// The scheme whose own port the origin names although it has the other one; empty for the rest.
std::string_view scheme_of_port(const Origin& origin) {
  if (!origin.port) return {};
  if (origin.scheme == "http" && origin.port == default_port("https")) return "https";
  if (origin.scheme == "https" && origin.port == default_port("http")) return "http";
  return {};
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin) continue;
    const auto scheme = scheme_of_port(*origin);
    if (scheme.empty()) continue;
    Origin meant = *origin;
    meant.scheme = scheme;
    meant.port.reset();
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " has the port of " + std::string(scheme) +
                   " with the scheme " + origin->scheme,
        .consequence = "Servers on port " + std::to_string(*origin->port) + " speak " +
                       std::string(scheme) + ", and their pages send " +
                       in_backticks(meant.serialize()) + ", which this entry does not admit",
        .help = "Write " + in_backticks(meant.serialize()) + ", unless the server really speaks " +
                origin->scheme + " there",
        .fixes = rewritten(*entry.text, meant.serialize(), Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::mismatched_port{
    .id = "mismatched-port",
    .group = Group::origins,
    .severity = Severity::warning,
    .summary = "An origin has the scheme of one port and the number of the other",
    .rationale =
        "Port 443 is where https is spoken and port 80 where http is. `http://app.acme.io:443` is "
        "a legal origin, but a browser that opens it meets a server that wants TLS and gets an "
        "error instead of a page, so no script ever runs there. Such entries come from a list in "
        "which the scheme was changed and the port forgotten. The page that was meant is at the "
        "address without a port, and its origin is not in the list.",
    .remedy = "Write the scheme that belongs to the port, and leave the port out.",
    .exception = "The server really speaks the other protocol on this port.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io:80"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://url.spec.whatwg.org/#default-port",
    .check = check,
};

}  // namespace corslint
