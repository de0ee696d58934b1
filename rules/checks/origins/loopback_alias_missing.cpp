#include "rules/catalog.h"
#include "rules/checks/origins/additions.h"
#include "rules/checks/origins/admits.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/loopback_alias.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (policy.environment != Environment::development) return;
  // Each is looked up in the whole list, and nobody develops at so many ports.
  constexpr std::size_t most_servers = 1000;
  std::size_t servers = 0;
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || origin->scheme != "http" || !entry.parsed.is_canonical()) continue;
    const auto other = loopback_alias(*origin);
    if (!other) continue;
    if (++servers > most_servers) return;
    const std::string alias = other->serialize();
    if (admission_of(policy, context, alias) != Admission::refused) continue;
    findings.push_back({
        .span = entry.text->span,
        .message = in_backticks(entry.value()) + " is listed without " + in_backticks(alias),
        .consequence = "Both open the same page, but to a browser they are two origins, and one of "
                       "them is refused",
        .help = "Add " + in_backticks(alias),
        .fixes = added(policy.origins, alias, context.text),
    });
  }
}

}  // namespace

constinit const Rule rules::loopback_alias_missing{
    .id = "loopback-alias-missing",
    .group = Group::origins,
    .severity = Severity::info,
    .summary = "localhost is listed without 127.0.0.1, or the other way round",
    .rationale =
        "`http://localhost:5173` and `http://127.0.0.1:5173` usually show the same page from the "
        "same server, and are two origins to a browser. Which of the two a person opens depends on "
        "what the tool printed and on what was clicked. With only one of them listed, the same "
        "build works for one colleague and fails for the next.",
    .remedy = "List both names in the development policy.",
    .exception = "Everybody opens the page under the one name.",
    .bad = R"([cors]
environment = "development"
allow_origins = ["http://localhost:5173"]
)",
    .good = R"([cors]
environment = "development"
allow_origins = ["http://localhost:5173", "http://127.0.0.1:5173"]
)",
    .reference = "https://html.spec.whatwg.org/#same-origin",
    .check = check,
};

}  // namespace corslint
