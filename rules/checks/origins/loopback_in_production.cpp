#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/app_shells.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

bool names_loopback(const Entry& entry) {
  return is_compared(entry) && entry.parsed.origin && is_web(*entry.parsed.origin) &&
         is_loopback(*entry.parsed.origin);
}

bool names_public_site(const Entry& entry) {
  return is_compared(entry) && entry.parsed.origin && !is_loopback(*entry.parsed.origin);
}

/// Tauri's and Capacitor's web views are there; over http Capacitor's before version 6, whose own
/// scheme on iOS then stands beside it.
bool may_be_an_app(const Origin& origin, bool beside_app_scheme) {
  const bool is_older =
      origin.scheme == "http" && name_without_final_dot(origin.host) == "localhost";
  return may_be_web_view(origin) && (!is_older || beside_app_scheme);
}

/// A bucket's policy is live wherever its file lies; with no site beside it, it is a developer's.
/// Elsewhere one list for both is a question as long as nothing tells where the policy applies.
std::optional<Severity> severity_of(const Policy& policy, const Enforcer& enforcer,
                                    const std::vector<Entry>& entries) {
  if (is_for_production(policy)) return Severity::error;
  const bool unknown = policy.environment == Environment::unknown;
  const bool beside_site = std::any_of(entries.begin(), entries.end(), names_public_site);
  if (!unknown || !beside_site) return std::nullopt;
  return enforcer.is_store ? Severity::warning : Severity::info;
}

std::string_view where_admitted(const Policy& policy, const Enforcer& enforcer) {
  if (is_for_production(policy)) return "in production";
  return enforcer.is_store ? "to a live bucket" : "together with public sites";
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  const auto severity = severity_of(policy, context.enforcer, entries);
  if (!severity) return;
  const bool with_credentials = allows_credentials(policy, context.enforcer);
  const bool beside_app_scheme = std::any_of(entries.begin(), entries.end(), names_app_scheme);
  for (const Entry& entry : entries) {
    if (!names_loopback(entry)) continue;
    const bool app = may_be_an_app(*entry.parsed.origin, beside_app_scheme);
    const bool live = is_for_production(policy) || context.enforcer.is_store;
    findings.push_back({
        .span = entry.text->span,
        .message = in_backticks(entry.value()) + " is admitted " +
                   std::string(where_admitted(policy, context.enforcer)),
        .consequence = with_credentials
                           ? "Whatever runs on a visitor's own machine at that address reads with "
                             "the user's cookies"
                           : "Whatever runs on a visitor's own machine at that address may read "
                             "the answers",
        .help = app    ? "Remove it, unless an app of yours with a web view sends it"
                : live ? "Remove it here, and keep it in the development policy"
                       : "Remove it where this is deployed, and keep it in the development policy",
        .fixes = removed(*entry.text, Safety::unsafe),
        .severity = app ? Severity::info : *severity,
    });
  }
}

}  // namespace

constinit const Rule rules::loopback_in_production{
    .id = "loopback-in-production",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "A developer's own machine is admitted in production",
    .rationale =
        "`http://localhost:3000` in production is not your machine but each visitor's. Programs "
        "that serve pages there are many: development servers, notebooks, printers' and games' "
        "helpers, and anything that a download has started. Each of them may then read what your "
        "server answers, with the user's cookies where credentials are allowed. The entry is also "
        "the surest sign that the development list was copied, so the real front end may be "
        "missing.",
    .remedy = "Remove it from the production policy and keep a policy of its own for development.",
    .exception = "An app with a web view sends this origin, or developers need production data.",
    .bad = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io", "http://localhost:3000"]
)",
    .good = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://w3c.github.io/webappsec-secure-contexts/#localhost",
    .check = check,
};

}  // namespace corslint
