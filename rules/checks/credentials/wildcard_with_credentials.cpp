#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"

namespace corslint {
namespace {

bool reflects(WildcardWithCredentials outcome) {
  return outcome == WildcardWithCredentials::reflects ||
         outcome == WildcardWithCredentials::reflects_in_part;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& enforcer = context.enforcer;
  if (!allows_credentials(policy, enforcer)) return;
  const auto open = any_origin(policy, enforcer);
  if (!open) return;
  Finding finding{
      .span = open->span,
      .message = open->subject + " admits every origin, and credentials are allowed",
      .consequence = std::string(enforcer.wildcard_with_credentials_text),
      .help = "List the origins that need credentials, or turn credentials off",
      .label = "every origin",
      .labels = {{place_of(policy.credentials), "credentials allowed here"}},
  };
  if (reflects(enforcer.wildcard_with_credentials)) finding.witness = "https://attacker.example";
  offer_setting(finding, policy.credentials, "false", "Turn credentials off", Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::wildcard_with_credentials{
    .id = "wildcard-with-credentials",
    .group = Group::credentials,
    .severity = Severity::error,
    .summary = "Any origin is admitted and credentials are allowed",
    .rationale =
        "Browsers refuse `Access-Control-Allow-Origin: *` for a request that carries cookies, so "
        "no enforcer can grant what this policy asks for as it stands. What happens instead "
        "depends on the enforcer. Some fail at start. Some send `*`, and every request with "
        "credentials fails in the browser. The dangerous ones answer each request with its own "
        "origin: any page that a signed-in user opens can then call the API with the user's "
        "cookies and read what comes back.",
    .remedy =
        "List the origins whose pages need the user's cookies, or turn credentials off if no "
        "cookie is involved.",
    .exception = "",
    .bad = R"([cors]
dialect = "starlette"
allow_origins = ["*"]
allow_credentials = true
)",
    .good = R"([cors]
dialect = "starlette"
allow_origins = ["https://app.acme.io"]
allow_credentials = true
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",
    .check = check,
};

}  // namespace corslint
