#include "rules/checks/any_origin.h"

#include <algorithm>

#include "rules/checks/wording.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {

const Text* wildcard_in(const TextList& list) {
  const auto found = std::find_if(list.entries.begin(), list.entries.end(),
                                  [](const Text& entry) { return entry.value == "*"; });
  return found == list.entries.end() ? nullptr : &*found;
}

std::optional<AnyOrigin> any_origin(const Policy& policy, const Enforcer& enforcer) {
  if (is_on(policy.any_origin))
    return AnyOrigin{place_of(policy.any_origin), in_backticks(policy.any_origin.key)};
  const Text* wildcard = wildcard_in(policy.origins);
  if (wildcard == nullptr) return std::nullopt;
  const auto meaning = meaning_of_origin_entry(wildcard->value, policy, enforcer);
  if (meaning.kind != EntryMeaning::Kind::every_origin) return std::nullopt;
  return AnyOrigin{wildcard->span, "`*` in " + in_backticks(policy.origins.key)};
}

bool allows_credentials(const Policy& policy, const Enforcer& enforcer) {
  return enforcer.has_credentials &&
         policy.credentials.value.value_or(enforcer.credentials_by_default);
}

}  // namespace corslint
