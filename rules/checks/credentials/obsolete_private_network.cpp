#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!is_on(policy.private_network) || any_origin(policy, context.enforcer)) return;
  Finding finding{
      .span = place_of(policy.private_network),
      .message = in_backticks(policy.private_network.key) +
                 " answers a question that current browsers do not ask",
      .consequence =
          "Chrome asked before public pages reached into private networks, never "
          "refused anything because of the answer, and asks the user instead since 142",
      .help = "Leave it out unless older browsers are in use",
  };
  offer_setting(finding, policy.private_network, "false", "Turn private network access off",
                Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::obsolete_private_network{
    .id = "obsolete-private-network",
    .group = Group::credentials,
    .severity = Severity::info,
    .summary = "Private network access is granted, which browsers no longer ask for",
    .rationale =
        "Private Network Access was a plan: before a public page reaches a printer or a server in "
        "the local network, the browser sends `Access-Control-Request-Private-Network` in a "
        "preflight and wants `Access-Control-Allow-Private-Network: true`. Chrome sent the "
        "question from 98 on and only warned. In 142 it was replaced by Local Network Access, a "
        "prompt that asks the user and needs nothing from the server. The setting does no harm; "
        "it does not open anything either.",
    .remedy = "Leave the setting out.",
    .exception =
        "Chrome 98 to 141 is in use and its warning matters, or the server refuses preflights that "
        "carry the question.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_private_network = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://wicg.github.io/local-network-access/",
    .check = check,
};

}  // namespace corslint
