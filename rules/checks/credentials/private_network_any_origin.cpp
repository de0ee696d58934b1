#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!is_on(policy.private_network)) return;
  const auto open = any_origin(policy, context.enforcer);
  if (!open) return;
  Finding finding{
      .span = place_of(policy.private_network),
      .message = in_backticks(policy.private_network.key) +
                 " opens the private network while every origin is admitted",
      .consequence =
          "A browser that asks before a public site reaches into a local network is told yes for "
          "any site, so every page that someone in the network opens can use this service",
      .help = "List the origins that may reach in, or turn private network access off",
      .label = "for every origin",
      .witness = "https://attacker.example",
      .labels = {{open->span, "every origin is admitted here"}},
  };
  offer_setting(finding, policy.private_network, "false", "Turn private network access off",
                Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::private_network_any_origin{
    .id = "private-network-any-origin",
    .group = Group::credentials,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "Private network access is granted to any origin",
    .rationale =
        "Private Network Access let a service behind a firewall say which public sites may reach "
        "it through a visitor's browser: the browser asks in the preflight, and "
        "`Access-Control-Allow-Private-Network: true` is the answer. Together with an origin list "
        "that admits everyone, the answer is yes to every website: routers, printers and internal "
        "tools can then be attacked from any page that someone inside opens. Chrome has sent the "
        "question since 98 and replaced it by a permission prompt (Local Network Access) in 142; "
        "browsers that still ask take the answer at its word.",
    .remedy = "Name the origins that may reach in, or turn private network access off.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["*"]
allow_private_network = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://wicg.github.io/private-network-access/",
    .check = check,
};

}  // namespace corslint
