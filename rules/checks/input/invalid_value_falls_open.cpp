#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/all.h"
#include "rules/enforcers/ingress_annotations.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view attacker = "https://attacker.example";

bool is_unresolved_entry(const Text& entry) {
  return entry.resolution == Resolution::unresolved;
}

/// The first entry that the validator of the whole annotation refuses; null where it takes all.
const Text* refused_entry(const TextList& list) {
  const auto found = std::find_if(list.entries.begin(), list.entries.end(), [](const Text& entry) {
    return !is_valid_ingress_value(stripped(entry.value));
  });
  return found == list.entries.end() ? nullptr : &*found;
}

Finding opened_by(Span span, std::string message, std::string consequence, std::string help) {
  return {
      .span = span,
      .message = std::move(message),
      .consequence = std::move(consequence),
      .help = std::move(help),
      .witness = std::string(attacker),
  };
}

void check_origins(const Policy& policy, Findings& findings) {
  const TextList& list = policy.origins;
  if (!is_set(list) || is_on(policy.any_origin) ||
      std::any_of(list.entries.begin(), list.entries.end(), is_unresolved_entry))
    return;
  if (const Text* entry = refused_entry(list)) {
    findings.push_back(opened_by(
        entry->span,
        "ingress-nginx refuses " + in_backticks(list.key) + " because of " +
            in_backticks(entry->value),
        "It writes a line to its log and puts `*` in the place of the whole list, so that every "
        "origin is admitted",
        "Write scheme, host and port alone, without a slash or a path behind them"));
    return;
  }
  if (ingress_origins(policy).kind == IngressOrigins::Kind::anything)
    findings.push_back(opened_by(
        list.span, "Nothing stands behind the last comma of " + in_backticks(list.key),
        "ingress-nginx makes a pattern of each item, and an empty one matches every origin",
        "Take the comma out"));
}

void check_credentials(const Policy& policy, Findings& findings) {
  if (policy.credentials.value) return;
  for (const Irregularity* irregularity : irregularities_of(policy, IrregularityKind::wrong_type)) {
    if (irregularity->subject != policy.credentials.key) continue;
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " is neither `true` nor `false`",
        .consequence = "ingress-nginx then allows credentials, which is its default",
        .help = "Write `false` if credentials are not meant to be allowed",
    });
  }
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (context.enforcer.name != enforcer::ingress_nginx.name) return;
  check_origins(policy, findings);
  check_credentials(policy, findings);
}

}  // namespace

constinit const Rule rules::invalid_value_falls_open{
    .id = "invalid-value-falls-open",
    .group = Group::input,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::critical, 636},
    .summary = "A value that is refused opens the policy instead of closing it",
    .rationale =
        "ingress-nginx checks each annotation when it reads an Ingress. One that fails is not an "
        "error: it is logged and replaced by the default, and the defaults are the widest there "
        "are. A slash at the end of one origin makes the whole list `*`; a `no` where a boolean is "
        "read allows credentials. The Ingress is accepted, the site that was meant works, and so "
        "does every other.",
    .remedy = "Write the value so that the enforcer's own check takes it.",
    .exception = "",
    .bad = R"([cors]
dialect = "ingress-nginx"
allow_origins = ["https://app.acme.io/login"]
allow_credentials = false
)",
    .good = R"([cors]
dialect = "ingress-nginx"
allow_origins = ["https://app.acme.io"]
allow_credentials = false
)",
    .reference =
        "https://github.com/kubernetes/ingress-nginx/blob/main/docs/user-guide/"
        "nginx-configuration/annotations.md#enable-cors",
    .check = check,
};

}  // namespace corslint
