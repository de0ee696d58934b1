#include "rules/checks/origins/admits.h"

#include "rules/checks/any_origin.h"
#include "rules/checks/origins/entry.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

Admission admission_by(const EntryMeaning& meaning, const Context& context,
                       std::string_view origin) {
  const bool is_pattern = meaning.kind == EntryMeaning::Kind::pattern;
  if (is_pattern && !context.matchers.can_match(meaning.pattern)) return Admission::undecided;
  return admits(meaning, origin, context.matchers) ? Admission::admitted : Admission::refused;
}

}  // namespace

Admission admission_of(const Policy& policy, const Context& context, std::string_view origin) {
  const Enforcer& enforcer = context.enforcer;
  if (any_origin(policy, enforcer)) return Admission::admitted;
  bool undecided = false;
  const auto is_admitted = [&](Admission admission) {
    undecided = undecided || admission == Admission::undecided;
    return admission == Admission::admitted;
  };
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind == EntryKind::unresolved) {
      undecided = true;
    } else if (entry.kind != EntryKind::wildcard &&
               is_admitted(admission_by(entry.meaning, context, origin))) {
      return Admission::admitted;
    }
  }
  for (const Text& pattern : policy.origin_patterns.entries) {
    const auto meaning = meaning_of_pattern_entry(pattern.value, policy, enforcer);
    if (is_unresolved(pattern)) {
      undecided = undecided || meaning.kind != EntryMeaning::Kind::nothing;
    } else if (is_admitted(admission_by(meaning, context, origin))) {
      return Admission::admitted;
    }
  }
  return undecided ? Admission::undecided : Admission::refused;
}

}  // namespace corslint
