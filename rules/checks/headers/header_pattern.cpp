#include "rules/checks/headers/header_pattern.h"

#include "rules/pattern/parser.h"

namespace corslint {

HeaderPattern header_pattern(const Text& entry, const Policy& policy, const Enforcer& enforcer) {
  if (!enforcer.header_patterns) return HeaderPattern::no;
  const auto meaning = meaning_of_origin_entry(entry.value, policy, enforcer);
  if (meaning.kind != EntryMeaning::Kind::pattern) return HeaderPattern::no;
  const auto parsed =
      pattern::parse(entry.value, meaning.pattern.syntax, meaning.pattern.letter_case);
  return parsed.status == pattern::ParseStatus::rejected ? HeaderPattern::broken
                                                         : HeaderPattern::compiles;
}

}  // namespace corslint
