#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/admits.h"
#include "rules/checks/origins/glob.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// A glob that leaves the scheme open lets pages in over http as well.
bool leaves_scheme_open(const Entry& entry) {
  if (entry.kind != EntryKind::glob) return false;
  const Glob glob = glob_of(entry.value());
  return glob.before.find("://") == std::string_view::npos && !glob.tail.empty();
}

bool is_insecure(const Entry& entry) {
  if (!is_compared(entry)) return false;
  if (leaves_scheme_open(entry)) return true;
  const auto& origin = entry.parsed.origin;
  return origin && origin->scheme == "http" && !is_loopback(*origin);
}

std::optional<Severity> severity_of(const Policy& policy, const Enforcer& enforcer) {
  if (is_for_development(policy)) return Severity::info;
  if (allows_credentials(policy, enforcer)) return std::nullopt;
  const bool live = is_for_production(policy) || enforcer.is_store;
  return live ? Severity::warning : Severity::info;
}

std::vector<Fix> with_https(const Entry& entry) {
  if (!entry.value().starts_with("http://")) return {};
  return part_replaced(*entry.text, 0, 4, "https", Safety::unsafe);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const bool with_credentials = allows_credentials(policy, context.enforcer);
  if (is_for_development(policy) && !with_credentials) return;
  for (const Entry& entry : context.entries.origins) {
    if (!is_insecure(entry)) continue;
    Finding finding{
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " admits pages that come over plain http",
        .consequence = with_credentials
                           ? "Whoever sits on the visitor's network can put a script into such a "
                             "page and reads with the user's cookies"
                           : "Whoever sits on the visitor's network can put a script into such a "
                             "page and reads your answers through it",
        .help = "Serve the page over https and list that origin",
        .fixes = with_https(entry),
    };
    if (with_credentials)
      finding.labels.push_back({policy.credentials.span, "credentials are allowed here"});
    finding.severity = severity_of(policy, context.enforcer);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::insecure_origin{
    .id = "insecure-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::medium, 319},
    .summary = "An origin over plain http is admitted",
    .rationale =
        "A page that comes over http can be changed by everybody on the way: the café's access "
        "point, the hotel's proxy, whoever answers DNS first. If your server admits its origin, "
        "the attacker does not have to break the https of your server at all. He opens the http "
        "page in the visitor's browser, adds a script, and the script asks your server; with "
        "credentials allowed it asks as the user. Loopback addresses never leave the machine and "
        "are exempt.",
    .remedy = "Serve the page over https and list `https://`.",
    .exception = "The page is on a network of your own and reads nothing that matters.",
    .bad = R"([cors]
environment = "production"
allow_origins = ["http://app.acme.io"]
allow_credentials = true
)",
    .good = R"([cors]
environment = "production"
allow_origins = ["https://app.acme.io"]
allow_credentials = true
)",
    .reference = "https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy",
    .check = check,
};

}  // namespace corslint
