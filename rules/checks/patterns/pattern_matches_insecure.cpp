#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// The pattern for https alone; empty where `https?:` is not how it says both.
std::string for_https(const std::string& pattern) {
  constexpr std::string_view both = "https?:";
  const auto at = pattern.find(both);
  if (at == std::string::npos || pattern.find(both, at + 1) != std::string::npos) return {};
  return std::string(pattern).replace(at, both.size(), "https:");
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged : judged_patterns(policy, context, PatternFindingKind::insecure)) {
    const auto secure = for_https(judged.text.value);
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " admits pages that come over plain http",
        .consequence =
            "Whoever sits on the visitor's network can put a script into " +
            in_backticks(judged.finding.witness) +
            (allows_credentials(policy, context.enforcer) ? " and reads with the user's cookies"
                                                          : " and reads the answers"),
        .help = secure.empty() ? "Write `https://` alone" : "Write " + in_backticks(secure),
        .label = "http as well",
        .witness = judged.finding.witness,
        .fixes =
            secure.empty() ? std::vector<Fix>() : rewritten(judged.text, secure, Safety::unsafe),
        .severity = allows_credentials(policy, context.enforcer) ? std::optional(Severity::error)
                                                                 : std::nullopt,
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_matches_insecure{
    .id = "pattern-matches-insecure",
    .group = Group::patterns,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 319},
    .summary = "The pattern admits http origins of hosts that are not loopback",
    .rationale =
        "A page over http can be rewritten by anyone between the server and the visitor: the "
        "café's network, a hostile proxy. If its origin is admitted, the script that was put "
        "in reads the API's answers, and the API's own https is of no help.",
    .remedy = "Admit https only: `https://` instead of `https?://`.",
    .exception = "The policy is for development only.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https?://acme\.io'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://acme\.io'
)",
    .reference = "https://w3c.github.io/webappsec-secure-contexts/",
    .check = check,
};

}  // namespace corslint
