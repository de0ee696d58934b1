#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

bool answers_with_wildcard(const Policy& policy, const Enforcer& enforcer) {
  if (!any_origin(policy, enforcer)) return false;
  if (!allows_credentials(policy, enforcer)) return true;
  return enforcer.wildcard_with_credentials != WildcardWithCredentials::reflects;
}

bool answers_by_origin(const Policy& policy, const Enforcer& enforcer) {
  if (policy.origins.entries.empty() && policy.origin_patterns.entries.empty() &&
      !is_on(policy.any_origin))
    return false;
  return !answers_with_wildcard(policy, enforcer);
}

Span origins_place(const Policy& policy) {
  if (is_set(policy.origins)) return policy.origins.key_span;
  if (is_set(policy.origin_patterns)) return policy.origin_patterns.key_span;
  return policy.span;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& enforcer = context.enforcer;
  if (enforcer.vary != VaryBehaviour::when_asked || is_on(policy.vary)) return;
  if (!answers_by_origin(policy, enforcer)) return;
  const bool switched_off = policy.vary.value.has_value();
  Finding finding{
      .span = switched_off ? place_of(policy.vary) : origins_place(policy),
      .message = "The answer depends on the origin, and `Vary: Origin` is not sent",
      .consequence =
          "A cache between server and browser hands one origin's answer to the next "
          "one, whose browser then refuses it",
      .help = switched_off ? "Switch " + in_backticks(policy.vary.key) + " on"
                           : "Have " + std::string(enforcer.title) +
                                 " send it: `addVaryHeader = true`, or the same in your format",
      .label = switched_off ? "switched off" : "answered by origin",
  };
  if (switched_off) {
    finding.labels.push_back({origins_place(policy), "answered by origin"});
    offer_setting(finding, policy.vary, "true", "Send `Vary: Origin`", Safety::safe);
  }
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::missing_vary{
    .id = "missing-vary",
    .group = Group::caching,
    .severity = Severity::warning,
    .summary = "The answer varies by origin and does not say so",
    .rationale =
        "Where `Access-Control-Allow-Origin` repeats the request's origin, a shared cache or the "
        "browser's own has to know that the response is for that origin alone; that is what `Vary: "
        "Origin` says. Without it the first origin's answer is stored and given to the others, "
        "and their pages fail now and then, for as long as the entry lives. Traefik sends the "
        "header only when `addVaryHeader` is on.",
    .remedy = "Switch the enforcer's `Vary: Origin` on.",
    .exception = "Fine where responses are never stored: `Cache-Control: no-store` on all of them.",
    .bad = R"([cors]
dialect = "traefik"
allow_origins = ["https://app.acme.io", "https://admin.acme.io"]
vary = false
)",
    .good = R"([cors]
dialect = "traefik"
allow_origins = ["https://app.acme.io", "https://admin.acme.io"]
vary = true
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches",
    .check = check,
};

}  // namespace corslint
