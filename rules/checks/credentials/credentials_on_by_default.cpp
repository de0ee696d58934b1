#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  if (!enforcer.credentials_by_default || !policy.credentials.key.empty()) return;
  // Every origin with credentials is another rule's.
  if (any_origin(policy, enforcer) || policy.origins.entries.empty()) return;
  findings.push_back({
      .span = policy.span,
      .message = sentence_subject(enforcer) + " allows credentials unless it is told not to",
      .consequence = "The admitted origins read with the user's cookies, which nothing in this "
                     "policy shows",
      .help =
          "Say which is meant: `allow_credentials = true` or `false`, or the same in your format",
  });
}

}  // namespace

constinit const Rule rules::credentials_on_by_default{
    .id = "credentials-on-by-default",
    .group = Group::credentials,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 1188},
    .summary = "Credentials are allowed because the policy does not say otherwise",
    .rationale =
        "Nearly every enforcer keeps credentials off until they are switched on. A few do the "
        "opposite, ingress-nginx among them, and a policy that was carried over from another "
        "program then lets every listed site act with the user's cookies, although nobody who "
        "reads "
        "it would think so.",
    .remedy = "Set credentials explicitly.",
    .exception = "Cookies are really needed by every listed origin.",
    .bad = R"([cors]
dialect = "ingress-nginx"
allow_origins = ["https://app.acme.io"]
)",
    .good = R"([cors]
dialect = "ingress-nginx"
allow_origins = ["https://app.acme.io"]
allow_credentials = false
)",
    .reference =
        "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/"
        "#enable-cors",
    .check = check,
};

}  // namespace corslint
