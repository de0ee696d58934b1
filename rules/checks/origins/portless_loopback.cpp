#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/app_shells.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/wording.h"
#include "rules/surroundings.h"

namespace corslint {
namespace {

bool is_http_loopback(const Origin& origin) {
  return origin.scheme == "http" && is_loopback(origin);
}

/// Only `localhost` and the addresses: `http://tauri.localhost` is an app's own.
bool is_portless(const Origin& origin) {
  const auto name = name_without_final_dot(origin.host);
  return is_http_loopback(origin) && !origin.port && (name.empty() || name == "localhost");
}

/// Web views of Capacitor and Ionic send `http://localhost` on Android, and other schemes on iOS.
bool is_app_shell(const Entry& entry) {
  const Origin* const origin = entry.origin();
  return names_app_scheme(entry) ||
         (origin != nullptr && origin->scheme == "https" && may_be_web_view(*origin));
}

/// A development server with a port of its own: one that the project has, or one that the policy
/// lists; empty where there is none, or where the project has a server on port 80.
std::string ported_server(const Context& context) {
  const auto& known = context.surroundings.dev_origins;
  for (const DevOrigin& dev : known) {
    const auto origin = Origin::parse(dev.origin).origin;
    if (origin && is_portless(*origin)) return {};
  }
  for (const DevOrigin& dev : known) {
    const auto origin = Origin::parse(dev.origin).origin;
    if (origin && is_http_loopback(*origin) && origin->port) return dev.origin;
  }
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (origin && is_http_loopback(*origin) && origin->port) return origin->serialize();
  }
  return {};
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  if (std::any_of(entries.begin(), entries.end(), is_app_shell)) return;
  const auto server = ported_server(context);
  if (server.empty()) return;
  for (const Entry& entry : entries) {
    const Origin* const origin = entry.origin();
    if (!origin || !is_portless(*origin)) continue;
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " stands for port 80 alone",
        .consequence = "It does not cover other ports of the machine: a page at " +
                       in_backticks(server) + " is another origin",
        .help = "Write the port of the development server, or remove the entry if nothing is "
                "served on port 80",
    });
  }
}

}  // namespace

constinit const Rule rules::portless_loopback{
    .id = "portless-loopback",
    .group = Group::origins,
    .severity = Severity::info,
    .summary = "localhost is listed without a port",
    .rationale =
        "An origin without a port has the one that its scheme implies, and `http://localhost` is "
        "what a page on port 80 sends. Many read it as \"everything on my machine\", which no "
        "enforcer does: development servers are on 3000, 4200 or 5173, and each port is an origin "
        "of its own. Next to entries with ports the one without is usually left over.",
    .remedy = "Name the port of each development server.",
    .exception =
        "Something is served on port 80 of the developer's machine, or a web view of an "
        "app sends this origin.",
    .bad = R"([cors]
allow_origins = ["http://localhost", "http://localhost:5173"]
)",
    .good = R"([cors]
allow_origins = ["http://localhost:5173"]
)",
    .reference = "https://html.spec.whatwg.org/#same-origin",
    .check = check,
};

}  // namespace corslint
