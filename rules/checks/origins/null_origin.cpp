#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind != EntryKind::null) continue;
    // `NULL` is `null` only to an enforcer that lowers its entries, and ` null` to one that cuts
    // blanks off.
    if (!admits(entry.meaning, "null", context.matchers)) continue;
    const bool with_credentials = allows_credentials(policy, enforcer);
    Finding finding{
        .span = entry.text->content,
        .message = "The null origin is admitted",
        .consequence = with_credentials
                           ? "Any website can send `Origin: null` from a sandboxed frame, and then "
                             "reads with the user's cookies"
                           : "Any website can send `Origin: null` from a sandboxed frame, so this "
                             "admits everybody",
        .help = "Remove it; serve local pages through `http://localhost`",
        .witness = "null",
        .fixes = removed(*entry.text, Safety::unsafe),
    };
    if (with_credentials)
      finding.labels.push_back({policy.credentials.span, "credentials are allowed here"});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::null_origin{
    .id = "null-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::critical, 942},
    .summary = "The origin null is admitted, which any website can send",
    .rationale =
        "`null` is what a browser sends for a page whose origin it will not name: a file, a "
        "`data:` URL, a redirect between sites, and every frame in a sandbox. The last makes it a "
        "master key. An attacker's page holds `<iframe sandbox=\"allow-scripts\" srcdoc=\"...\">`, "
        "the script in it asks your server, the header says `Origin: null`, and the answer is "
        "readable. Unlike `*` it also works with credentials, so the answer may be the user's own "
        "data.",
    .remedy =
        "Remove `null`; serve local pages through `http://localhost`, and list the scheme of "
        "a native app's web view.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "null"]
allow_credentials = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentials = true
)",
    .reference =
        "https://w3c.github.io/webappsec-cors-for-developers/#avoid-returning-access-"
        "control-allow-origin-null",
    .check = check,
};

}  // namespace corslint
