#include "rules/enforcers/entry_meaning.h"

#include <algorithm>

#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

bool globs_are_on(const Policy& policy, const Enforcer& enforcer) {
  return enforcer.glob != GlobSupport::none &&
         (!enforcer.globs_are_optional || is_on(policy.origin_globs));
}

GlobMeaning meaning_of_stars(GlobSupport support) {
  if (support == GlobSupport::one_label) return GlobMeaning::one_label;
  if (support == GlobSupport::any_subdomain) return GlobMeaning::any_subdomain;
  return GlobMeaning::any_run;
}

/// What the stars of `glob` are replaced by to make of it a pattern for the whole origin.
std::string_view pattern_of_star(GlobMeaning meaning) {
  if (meaning == GlobMeaning::one_label) return "[A-Za-z0-9-]+";
  if (meaning == GlobMeaning::any_subdomain) return "[A-Za-z0-9.-]+";
  return "(?s:.*)";
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

PatternQuery query_of_glob(const EntryMeaning& meaning) {
  std::string pattern;
  for (const char c : meaning.text) {
    if (c == '*') {
      pattern += pattern_of_star(meaning.glob);
    } else if (is_plain(c)) {
      pattern += c;
    } else {
      pattern += '\\';
      pattern += c;
    }
  }
  return {.pattern = pattern,
          .syntax = Syntax::re2,
          .mode = MatchMode::full,
          .letter_case = meaning.letter_case};
}

}  // namespace

EntryMeaning meaning_of_origin_entry(std::string_view entry, const Policy& policy,
                                     const Enforcer& enforcer) {
  if (enforcer.entry_meaning != nullptr) return enforcer.entry_meaning(entry, policy);
  if (enforcer.trims_entries) entry = stripped(entry);
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  EntryMeaning meaning{.kind = EntryMeaning::Kind::origin, .text = std::string(entry)};
  if (enforcer.comparison != OriginComparison::exact) meaning.text = ascii_lowered(entry);
  if (enforcer.comparison == OriginComparison::both_lowered)
    meaning.letter_case = LetterCase::insensitive;
  if (globs_are_on(policy, enforcer) && std::count(entry.begin(), entry.end(), '*') == 1) {
    meaning.kind = EntryMeaning::Kind::glob;
    meaning.glob = meaning_of_stars(enforcer.glob);
  }
  return meaning;
}

EntryMeaning meaning_of_pattern_entry(std::string_view entry, const Policy& policy,
                                      const Enforcer& enforcer) {
  if (enforcer.pattern_meaning != nullptr) return enforcer.pattern_meaning(entry, policy);
  if (!enforcer.pattern_syntax) return {};
  return {.kind = EntryMeaning::Kind::pattern,
          .text = std::string(entry),
          .letter_case = enforcer.pattern_case,
          .pattern = {.pattern = std::string(entry),
                      .syntax = *enforcer.pattern_syntax,
                      .mode = enforcer.pattern_mode,
                      .letter_case = enforcer.pattern_case}};
}

bool admits(const EntryMeaning& meaning, std::string_view origin, PatternMatchers& matchers) {
  switch (meaning.kind) {
    case EntryMeaning::Kind::every_origin:
      return true;
    case EntryMeaning::Kind::origin:
      return meaning.letter_case == LetterCase::insensitive
                 ? equal_ignoring_case(meaning.text, origin)
                 : meaning.text == origin;
    case EntryMeaning::Kind::glob:
      return matchers.match(query_of_glob(meaning), origin);
    case EntryMeaning::Kind::pattern:
      return matchers.match(meaning.pattern, origin);
    case EntryMeaning::Kind::nothing:
      break;
  }
  return false;
}

std::optional<OriginSet> origins_of(const EntryMeaning& meaning) {
  switch (meaning.kind) {
    case EntryMeaning::Kind::every_origin:
      return OriginSet::every_origin();
    case EntryMeaning::Kind::origin:
      return OriginSet::from_list({meaning.text}, meaning.letter_case);
    case EntryMeaning::Kind::glob:
      return OriginSet::from_glob(meaning.text, meaning.glob, meaning.letter_case);
    case EntryMeaning::Kind::pattern:
      return OriginSet::from_pattern(meaning.pattern);
    case EntryMeaning::Kind::nothing:
      break;
  }
  return OriginSet();
}

}  // namespace corslint
