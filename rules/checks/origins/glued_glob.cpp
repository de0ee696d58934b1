#include "rules/catalog.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// `*.` in the place of `*`, where the host starts there and a registered name follows.
std::vector<Fix> dotted(const Entry& entry, const Glob& glob) {
  if (!glob.before.ends_with("://") || glob.tail.starts_with('-')) return {};
  return part_replaced(*entry.text, glob.before.size(), 1, "*.", Safety::unsafe);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::glued)) {
    const std::string attacker = attacker_of(glob);
    findings.push_back({
        .span = part_of(*entry.text, glob.before.size(), 1),
        .message = "The `*` in " + in_backticks(entry.value()) + " is glued to the name",
        .consequence = stranger_consequence(policy, enforcer, attacker),
        .help = "Put a dot between the `*` and the domain, and list the domain itself",
        .label = "no dot behind it",
        .witness = attacker,
        .fixes = dotted(entry, glob),
    });
  }
}

}  // namespace

constinit const Rule rules::glued_glob{
    .id = "glued-glob",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "A glob has no dot between the * and the domain",
    .rationale =
        "`https://*acme.io` was meant to cover the domain and its subdomains in one entry. The "
        "`*` stands for any characters at all, so it also covers every other name that ends in the "
        "same letters, and those are for sale: whoever registers `attackeracme.io` is admitted. "
        "Names under a shared host are the same thing without the price: "
        "`https://*-app.vercel.app` admits `https://attacker-app.vercel.app`.",
    .remedy = "Write `https://*.acme.io`, and list `https://acme.io` beside it.",
    .exception = "",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://*acme.io"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://*.acme.io", "https://acme.io"]
)",
    .reference = "https://github.com/rs/cors#parameters",
    .check = check,
};

}  // namespace corslint
