#include "rules/checks/literal_wildcard.h"

#include "rules/checks/any_origin.h"
#include "rules/checks/wording.h"

namespace corslint {

void report_literal_wildcard(const TextList& list, NameWildcard wildcard,
                             const LiteralWildcardTexts& texts, const Policy& policy,
                             const Context& context, Findings& findings) {
  const bool dropped = wildcard == NameWildcard::dropped_with_credentials;
  if (!dropped && wildcard != NameWildcard::literal) return;
  if (!allows_credentials(policy, context.enforcer)) return;
  const Text* entry = wildcard_in(list);
  if (entry == nullptr) return;
  findings.push_back({
      .span = entry->span,
      .message =
          "`*` in " + in_backticks(list.key) + " stands for nothing once credentials are allowed",
      .consequence = dropped ? sentence_subject(context.enforcer) + std::string(texts.dropped)
                             : std::string(texts.sent),
      .help = std::string(texts.help),
      .label = dropped ? "not sent with credentials" : "a name, no wildcard",
      .labels = {{place_of(policy.credentials), "credentials allowed here"}},
  });
}

}  // namespace corslint
