#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/severities.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (allows_credentials(policy, context.enforcer)) return;
  const auto everybody = any_origin(policy, context.enforcer);
  if (!everybody) return;
  Finding finding{
      .span = everybody->span,
      .message = everybody->subject + " admits every origin",
      .consequence =
          "Any website can read the answers through its visitors' browsers, also from "
          "a server that only their network reaches",
      .help = "List the origins that need to read, or keep this for data that is public",
      .witness = "https://attacker.example",
  };
  if (!is_for_production(policy)) finding.severity = Severity::info;
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::wildcard_origin{
    .id = "wildcard-origin",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "Every origin is admitted, without credentials",
    .rationale =
        "`*` says that any website may read the answers that its visitors' browsers get. For "
        "public data, fonts, an open API or a discovery document that is exactly right. It is a "
        "hole where something other than cookies guards the data: an intranet, a VPN, an allow "
        "list of addresses. The visitor's browser is inside, the attacker's page runs in it, and "
        "whatever it can fetch it can also read.",
    .remedy = "List the origins that need to read.",
    .exception = "The data is public and the server can be reached by everybody anyway.",
    .bad = R"([cors]
environment = "production"
allow_origins = ["*"]
)",
    .good = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",
    .check = check,
};

}  // namespace corslint
