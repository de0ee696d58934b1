#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

bool says_something(const Entry& entry) {
  return entry.kind != EntryKind::wildcard && entry.kind != EntryKind::empty;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  const auto& entries = context.entries.origins;
  if (std::none_of(entries.begin(), entries.end(), says_something)) return;
  for (const Entry& entry : entries) {
    if (entry.value() != "*") continue;
    const auto meaning = meaning_of_origin_entry(entry.value(), policy, enforcer);
    const bool counts = meaning.kind == EntryMeaning::Kind::every_origin;
    findings.push_back({
        .span = entry.text->span,
        .message = "`*` stands beside other origins",
        .consequence = counts ? "It admits every origin, so the others have no effect and only "
                                "look like a limit"
                              : sentence_subject(enforcer) +
                                    " takes `*` for everybody only where it stands alone; here it "
                                    "is a text that matches no origin",
        .help = "Keep either `*` or the list of origins",
        .fixes = removed(*entry.text, counts ? Safety::unsafe : Safety::safe),
    });
    return;
  }
}

}  // namespace

constinit const Rule rules::wildcard_among_origins{
    .id = "wildcard-among-origins",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "A wildcard stands beside other origins",
    .rationale =
        "A list with `*` and names contradicts itself, and enforcers settle it in opposite ways. "
        "Starlette, Traefik and rs/cors admit everybody as soon as `*` is in the list, and the "
        "names beside it only make a reader believe in a limit. ASP.NET Core, Express and Hono "
        "take `*` as a wildcard only where it stands alone; in a longer list it is a text that "
        "equals no origin. Often `*` was added to get past an error one evening and stayed.",
    .remedy = "Keep either `*` or the list of origins.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "*"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-allow-origin",
    .check = check,
};

}  // namespace corslint
