#include "rules/enforcers/admitted_origins.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool admits_everyone(const Policy& policy, const Enforcer& enforcer) {
  if (is_on(policy.any_origin)) return true;
  const auto& entries = policy.origins.entries;
  const bool star = std::any_of(entries.begin(), entries.end(),
                                [](const Text& entry) { return entry.value == "*"; });
  if (star && (entries.size() == 1 || enforcer.wildcard_counts_among_others)) return true;
  return is_set(policy.origins) && entries.empty() && policy.origin_patterns.entries.empty() &&
         enforcer.empty_origins == EmptyOrigins::everybody;
}

bool is_glob(const Text& entry, const Enforcer& enforcer) {
  return enforcer.glob == GlobSupport::any_run &&
         std::count(entry.value.begin(), entry.value.end(), '*') == 1;
}

void add_entries(AdmittedOrigins& admitted, const Policy& policy, const Enforcer& enforcer) {
  std::vector<std::string> exact;
  for (const auto& entry : policy.origins.entries) {
    if (entry.resolution == Resolution::unresolved) {
      admitted.complete = false;
      continue;
    }
    const auto value =
        enforcer.comparison == OriginComparison::exact ? entry.value : ascii_lowered(entry.value);
    if (is_glob(entry, enforcer)) {
      admitted.set = admitted.set.united_with(
          OriginSet::from_glob(value, GlobMeaning::any_run, LetterCase::sensitive));
    } else {
      exact.push_back(value);
    }
  }
  admitted.set = admitted.set.united_with(OriginSet::from_list(exact, LetterCase::sensitive));
}

void add_patterns(AdmittedOrigins& admitted, const Policy& policy, const Enforcer& enforcer) {
  if (!enforcer.pattern_syntax) return;
  for (const auto& pattern : policy.origin_patterns.entries) {
    const auto set = pattern.resolution == Resolution::unresolved
                         ? std::nullopt
                         : OriginSet::from_pattern({.pattern = pattern.value,
                                                    .syntax = *enforcer.pattern_syntax,
                                                    .mode = enforcer.pattern_mode,
                                                    .letter_case = enforcer.pattern_case});
    if (set) {
      admitted.set = admitted.set.united_with(*set);
    } else {
      admitted.complete = false;
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
