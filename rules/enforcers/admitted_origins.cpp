#include "rules/enforcers/admitted_origins.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/pattern_support.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool admits_everyone(const Policy& policy, const Enforcer& enforcer) {
  if (is_on(policy.any_origin)) return true;
  const auto& entries = policy.origins.entries;
  const bool has_wildcard = std::any_of(entries.begin(), entries.end(), [&](const Text& entry) {
    return meaning_of_origin_entry(entry.value, policy, enforcer).kind ==
           EntryMeaning::Kind::every_origin;
  });
  if (has_wildcard) return true;
  const bool has_patterns = reads_patterns(enforcer) && !policy.origin_patterns.entries.empty();
  if (!entries.empty() || has_patterns) return false;
  return is_set(policy.origins) ? enforcer.empty_origins == EmptyOrigins::everybody
                                : enforcer.everyone_by_default;
}

void add(AdmittedOrigins& admitted, const std::optional<OriginSet>& set) {
  if (set) {
    admitted.set = admitted.set.united_with(*set);
  } else {
    admitted.complete = false;
  }
}

void add_entries(AdmittedOrigins& admitted, const Policy& policy, const Enforcer& enforcer) {
  std::vector<std::string> exact;
  for (const auto& entry : policy.origins.entries) {
    if (entry.resolution == Resolution::unresolved) {
      admitted.complete = false;
      continue;
    }
    auto meaning = meaning_of_origin_entry(entry.value, policy, enforcer);
    const bool may_be_lowered = meaning.letter_case == LetterCase::insensitive;
    if (meaning.kind == EntryMeaning::Kind::origin) {
      exact.push_back(may_be_lowered ? ascii_lowered(meaning.text) : std::move(meaning.text));
    } else if (meaning.kind != EntryMeaning::Kind::every_origin) {
      add(admitted, origins_of(meaning));
    }
  }
  admitted.set = admitted.set.united_with(OriginSet::from_list(exact, LetterCase::sensitive));
}

void add_patterns(AdmittedOrigins& admitted, const Policy& policy, const Enforcer& enforcer) {
  for (const auto& pattern : policy.origin_patterns.entries) {
    if (pattern.resolution == Resolution::unresolved) {
      admitted.complete = false;
    } else {
      add(admitted, origins_of(meaning_of_pattern_entry(pattern.value, policy, enforcer)));
    }
  }
}

}  // namespace

AdmittedOrigins admitted_origins(const Policy& policy, const Enforcer& enforcer) {
  if (!policy.enabled.value.value_or(true)) return {};
  if (admits_everyone(policy, enforcer)) return {.set = OriginSet::every_origin()};
  AdmittedOrigins admitted;
  add_entries(admitted, policy, enforcer);
  add_patterns(admitted, policy, enforcer);
  return admitted;
}

}  // namespace corslint
