#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(
           context, {OriginProblem::non_canonical_ipv4, OriginProblem::non_canonical_ipv6})) {
    if (!found.entry.parsed.origin) continue;
    const std::string host = serialize(found.entry.parsed.origin->host);
    findings.push_back({
        .span = found.place(),
        .message = in_backticks(found.entry.value()) + " spells an address in a way that browsers "
                                                       "rewrite",
        .consequence = never_matches(context.enforcer, found.sent()),
        .help = "Write the address as " + in_backticks(host),
        .label = "browsers send " + in_backticks(host),
        .fixes = part_replaced(*found.entry.text, found.note.offset, found.note.length, host,
                               Safety::safe),
    });
  }
}

}  // namespace

constinit const Rule rules::non_canonical_address{
    .id = "non-canonical-address",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An IP address is not spelled as browsers spell it",
    .rationale =
        "An address has many spellings and one form that browsers send. `127.1`, `0x7f.0.0.1` and "
        "`2130706433` are all `127.0.0.1` by the time they are an origin, and an IPv6 address is "
        "written in lower case, without leading zeros, its longest run of zeros as `::`. Any "
        "other spelling is compared with that form and differs.",
    .remedy = "Write the address as the browser does.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["http://127.1:3000"]
)",
    .good = R"([cors]
allow_origins = ["http://127.0.0.1:3000"]
)",
    .reference = "https://url.spec.whatwg.org/#host-serializing",
    .check = check,
};

}  // namespace corslint
