#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

bool is_single_label(const Origin& origin) {
  const auto name = name_without_final_dot(origin.host);
  return !name.empty() && name.find('.') == std::string_view::npos;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const bool production = is_for_production(policy);
  if (!production && policy.environment != Environment::unknown) return;
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || !is_web(*origin) || !is_private_address(*origin)) continue;
    const bool bare = is_single_label(*origin);
    if (!production && !bare) continue;
    Finding finding{
        .span = entry.text->span,
        .message = in_backticks(entry.value()) +
                   (bare ? " is a name without a domain, such as a container's"
                         : " is an address of a private network"),
        .consequence = bare ? "Browsers outside of that network cannot open such a page, so the "
                              "entry is dead or meant for a server, which sends no Origin"
                            : "On every other network somebody else has the same address, and is "
                              "admitted there",
        .help = "List the origin under which browsers open the page",
        .fixes = removed(*entry.text, Safety::unsafe),
    };
    if (!production) finding.severity = Severity::info;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::private_address_in_production{
    .id = "private-address-in-production",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "An address of a private network is admitted in production",
    .rationale =
        "`192.168.1.10`, `printer.local` or `http://frontend:3000` mean something on one network "
        "only. A visitor in a café has his own `192.168.1.10`, whoever runs that machine is "
        "admitted, and what it serves comes over plain http. Container names are a "
        "misunderstanding of another kind: services that call each other send no Origin header and "
        "need no CORS, and a browser never opens a page under such a name.",
    .remedy = "List the origin under which browsers open the page.",
    .exception = "All users are on that network.",
    .bad = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io", "http://frontend:3000"]
)",
    .good = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc1918",
    .check = check,
};

}  // namespace corslint
