#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/origins/shared_hosts.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (is_for_development(policy)) return;
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || !is_tunnel_host(name_without_final_dot(origin->host))) continue;
    Finding finding{
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " is a tunnel's name",
        .consequence =
            "Such names are lent: when the tunnel is closed somebody else can get the "
            "same one, and is admitted",
        .help = "Remove it when the tunnel is closed, and keep it out of the deployed policy",
        .fixes = removed(*entry.text, Safety::unsafe),
    };
    if (!is_for_production(policy)) finding.severity = Severity::info;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::tunnel_origin{
    .id = "tunnel-origin",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "An origin is a tunnel's name, which is lent and then given to others",
    .rationale =
        "Tunnels such as ngrok or Cloudflare's quick tunnels show a developer's machine to the "
        "world under a name that is made up for the occasion. The name is not yours: after the "
        "session it goes back, and a later customer may get it or ask for it. An entry that was "
        "left behind then admits a stranger.",
    .remedy = "Remove the entry when the tunnel is closed.",
    .exception = "The name is reserved for your account.",
    .bad = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io", "https://3f2a-acme.ngrok-free.app"]
)",
    .good = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://ngrok.com/docs/universal-gateway/domains/",
    .check = check,
};

}  // namespace corslint
