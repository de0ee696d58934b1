#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/all.h"
#include "rules/enforcers/pattern_support.h"

namespace corslint {
namespace {

/// Where no list of origins stands beside the patterns, nobody or everybody is admitted, which is
/// another rule's. The keys of .NET's settings are the application's own to read.
void check_patterns(const Policy& policy, const Enforcer& enforcer, Findings& findings) {
  const bool is_moot = policy.origin_patterns.entries.empty() || policy.origins.entries.empty();
  if (is_moot || reads_patterns(enforcer) || enforcer.name == enforcer::aspnet.name) return;
  findings.push_back({
      .span = policy.origin_patterns.key_span,
      .message = in_backticks(policy.origin_patterns.key) + " holds patterns, which " +
                 std::string(enforcer.title) + " does not have",
      .consequence = "Only the list of origins counts, and whom the patterns were meant to admit "
                     "is refused",
      .help = "List each origin by its full name",
  });
}

/// Whether the key was meant to list the origins, and its loss admits everybody.
bool opens_the_door(const Irregularity& irregularity, const Policy& policy,
                    const Enforcer& enforcer) {
  return enforcer.empty_origins == EmptyOrigins::everybody && !is_set(policy.origins) &&
         irregularity.suggestion.find("rigin") != std::string::npos;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  check_patterns(policy, context.enforcer, findings);
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::unknown_key)) {
    const auto& nearest = irregularity->suggestion;
    const bool opens = opens_the_door(*irregularity, policy, context.enforcer);
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " is no key of a policy",
        .consequence = sentence_subject(context.enforcer) +
                       (opens ? " does not read it, and without a list it admits every origin"
                              : " does not read it, so the setting keeps its default"),
        .help = nearest.empty() ? "Remove it, or write the key that was meant"
                                : "Write " + in_backticks(nearest) + ", if that was meant",
        .label = nearest.empty() ? "" : "did you mean " + in_backticks(nearest) + "?",
        .fixes = rename_to_suggestion(*irregularity),
        .severity = opens ? std::optional(Severity::error) : std::nullopt,
    });
  }
}

}  // namespace

constinit const Rule rules::unknown_key{
    .id = "unknown-key",
    .group = Group::input,
    .severity = Severity::warning,
    .summary = "A policy has a key that nothing reads",
    .rationale =
        "A key that is spelled differently from what its reader looks up is not an error to most "
        "readers: it is ignored, and the setting keeps its default. A misspelled list of origins "
        "becomes no list, which admits nobody in one engine and everybody in another; a misspelled "
        "`allow_credentials` leaves logins broken with nothing in the configuration to show why.",
    .remedy = "Write the key as the enforcer spells it, or remove it.",
    .exception = "The key belongs to something else that shares the table.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentails = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_credentials = true
)",
    .reference = "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS",
    .check = check,
};

}  // namespace corslint
