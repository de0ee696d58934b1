#include "rules/catalog.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::open_ended)) {
    const std::string attacker = attacker_of(glob);
    findings.push_back({
        .span = part_of(*entry.text, glob.before.size(), 1),
        .message = in_backticks(entry.value()) + " leaves the end of the host open",
        .consequence = stranger_consequence(policy, enforcer, attacker),
        .help = "Write the host to its end, and put the `*` in front: `https://*.acme.io`",
        .label = "anything may follow, dots too",
        .witness = attacker,
    });
  }
}

}  // namespace

constinit const Rule rules::open_ended_glob{
    .id = "open-ended-glob",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "A glob leaves the end of the host open",
    .rationale =
        "A host name is owned from its right end: whoever has `attacker.example` has every name "
        "before it. A glob that fixes the beginning and leaves the end open therefore fixes "
        "nothing. `https://app.*` was meant for `app.acme.io` and `app.acme.dev`, and admits "
        "`https://app.attacker.example`, because the `*` stands for dots as well.",
    .remedy = "Write the host to its end; a `*` belongs in front, before a dot.",
    .exception = "",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://app.*"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://app.acme.io", "https://app.acme.dev"]
)",
    .reference = "https://github.com/rs/cors#parameters",
    .check = check,
};

}  // namespace corslint
