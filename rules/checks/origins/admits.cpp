#include "rules/checks/origins/admits.h"

#include <algorithm>
#include <string>

#include "rules/checks/any_origin.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/glob.h"
#include "rules/pattern/origin_set.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

Admission pattern_admission(const Text& pattern, const Enforcer& enforcer,
                            std::string_view origin) {
  if (is_unresolved(pattern)) return Admission::undecided;
  const auto set = OriginSet::from_pattern({.pattern = pattern.value,
                                            .syntax = *enforcer.pattern_syntax,
                                            .mode = enforcer.pattern_mode,
                                            .letter_case = enforcer.pattern_case});
  if (!set) return Admission::undecided;
  return set->contains(origin) ? Admission::admitted : Admission::refused;
}

}  // namespace

bool entry_admits(const Text& entry, const Enforcer& enforcer, std::string_view origin) {
  const auto listed =
      enforcer.comparison == OriginComparison::exact ? entry.value : ascii_lowered(entry.value);
  const auto sent = enforcer.comparison == OriginComparison::both_lowered ? ascii_lowered(origin)
                                                                          : std::string(origin);
  return enforcer.glob == GlobSupport::any_run ? glob_matches(listed, sent) : listed == sent;
}

Admission admission_of(const Policy& policy, const Enforcer& enforcer, std::string_view origin) {
  if (any_origin(policy, enforcer)) return Admission::admitted;
  bool undecided = false;
  for (const Text& entry : policy.origins.entries) {
    if (is_unresolved(entry)) {
      undecided = true;
    } else if (entry.value != "*" && entry_admits(entry, enforcer, origin)) {
      return Admission::admitted;
    }
  }
  if (enforcer.pattern_syntax) {
    for (const Text& pattern : policy.origin_patterns.entries) {
      const Admission admission = pattern_admission(pattern, enforcer, origin);
      if (admission == Admission::admitted) return admission;
      undecided = undecided || admission == Admission::undecided;
    }
  }
  return undecided ? Admission::undecided : Admission::refused;
}

bool admits(const Policy& policy, const Enforcer& enforcer, std::string_view origin) {
  return admission_of(policy, enforcer, origin) == Admission::admitted;
}

}  // namespace corslint
