#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/schemes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin) continue;
    const auto browser = browser_with_installation_origins(origin->scheme);
    if (browser.empty()) continue;
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " names one installation of an extension",
        .consequence = std::string(browser) +
                       " gives every installation an identifier of its own, so the entry fits one "
                       "profile on one machine and refuses everybody else's",
        .help = "Let the extension ask for host permissions, which need no CORS, instead of "
                "listing its origin",
        .fixes = removed(*entry.text, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::per_install_origin{
    .id = "per-install-origin",
    .group = Group::origins,
    .severity = Severity::warning,
    .summary = "An extension's origin differs on every machine",
    .rationale =
        "A Chrome extension has the same identifier everywhere. Firefox and Safari make up a "
        "random one when the extension is installed, to keep pages from finding out which "
        "extensions somebody has. `moz-extension://3c1fa4b0-...` is therefore the origin of one "
        "profile: it works for whoever copied it out of the console, and for nobody else. "
        "Extensions that were granted the host in their manifest are not subject to CORS at all.",
    .remedy = "Declare the host in the extension's `host_permissions`, and take the entry out.",
    .exception = "The policy is for one developer's own profile.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "moz-extension://3c1fa4b0-11b5-4e25-8ca8-9f0bd1a6a9ee"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference =
        "https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/"
        "Content_scripts#web_accessible_resources",
    .check = check,
};

}  // namespace corslint
