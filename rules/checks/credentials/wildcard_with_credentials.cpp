#include <optional>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

bool reflects(WildcardWithCredentials outcome) {
  return outcome == WildcardWithCredentials::reflects ||
         outcome == WildcardWithCredentials::reflects_in_part;
}

/// A version of the enforcer that does something else, and the first one behind it that does not.
struct OtherVersions {
  const Enforcer* since;
  const Enforcer* until;
};

/// The newest such versions, which are worth naming where nothing tells what runs.
std::optional<OtherVersions> differing_versions(const Policy& policy, const Enforcer& enforcer) {
  if (policy.dialect.find('@') != std::string::npos) return std::nullopt;
  const Enforcer* newer = &enforcer;
  for (const Enforcer* other : enforcers()) {
    if (other->name != enforcer.name) continue;
    if (other->wildcard_with_credentials != enforcer.wildcard_with_credentials)
      return OtherVersions{other, newer};
    newer = other;
  }
  return std::nullopt;
}

std::string_view done_instead(WildcardWithCredentials outcome) {
  switch (outcome) {
    case WildcardWithCredentials::sends_wildcard:
      return "sends `*`, which browsers refuse with credentials";
    case WildcardWithCredentials::reflects:
      return "answers every origin with its own name";
    case WildcardWithCredentials::reflects_in_part:
      return "does so only in preflights and where a cookie is sent";
    case WildcardWithCredentials::refuses_to_start:
      return "refuses the policy";
    case WildcardWithCredentials::credentials_dropped:
      break;
  }
  return "sends `*` without credentials";
}

std::string consequence_of(const Policy& policy, const Enforcer& enforcer) {
  std::string text(enforcer.wildcard_with_credentials_text);
  if (const auto others = differing_versions(policy, enforcer)) {
    const bool is_oldest = others->since->since.starts_with("0");
    text += is_oldest ? ". Before " : ". From " + std::string(others->since->since) + " to before ";
    text += std::string(others->until->since) + " it " +
            std::string(done_instead(others->since->wildcard_with_credentials));
  }
  return text;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& enforcer = context.enforcer;
  if (!allows_credentials(policy, enforcer)) return;
  const auto open = any_origin(policy, enforcer);
  if (!open) return;
  Finding finding{
      .span = open->span,
      .message = open->subject + " admits every origin, and credentials are allowed",
      .consequence = consequence_of(policy, enforcer),
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
    .weakness = {SecuritySeverity::critical, 942},
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
