#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(context, {OriginProblem::unicode_host})) {
    if (!found.entry.parsed.origin) continue;
    const std::string host = serialize(found.entry.parsed.origin->host);
    Finding finding{
        .span = found.place(),
        .message = in_backticks(found.entry.value()) + " has a host outside ASCII",
        .consequence = never_matches(context.enforcer, found.sent()),
        .help = "Write the host as " + in_backticks(host),
        .label = "browsers send " + in_backticks(host),
    };
    if (found.entry.kind == EntryKind::origin)
      finding.fixes = part_replaced(*found.entry.text, found.note.offset, found.note.length, host,
                                    Safety::safe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::unicode_host{
    .id = "unicode-host",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "A host is written outside ASCII",
    .rationale =
        "Names with letters outside ASCII travel in punycode: the address bar shows "
        "`https://bücher.de`, and the Origin header says `https://xn--bcher-kva.de`. An entry with "
        "the letters themselves is compared with the encoded name and never equals it. Letters "
        "that only look like ASCII are found by the same rule: the encoded form shows at once that "
        "the name is not the one it seems to be.",
    .remedy = "Write the host in its ASCII form, `xn--...`.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://bücher-shop.de"]
)",
    .good = R"([cors]
allow_origins = ["https://xn--bcher-shop-9db.de"]
)",
    .reference = "https://url.spec.whatwg.org/#concept-domain-to-ascii",
    .check = check,
};

}  // namespace corslint
