#pragma once

#include <string>
#include <string_view>

#include "rules/enforcers/pattern_matchers.h"
#include "rules/pattern/analysis.h"
#include "rules/pattern/origin_set.h"

namespace corslint {

struct Enforcer;
struct Policy;

/// What one entry of a policy means to an enforcer: every origin (`*`); one origin, which the
/// request's Origin is compared with; a text with stars; a pattern; or nothing, since the enforcer
/// drops the entry. `text` is the origin or the glob after what the enforcer does to it (trimmed,
/// lowered, a slash removed); `pattern` counts for patterns only.
struct EntryMeaning {
  enum class Kind { every_origin, origin, glob, pattern, nothing };

  Kind kind = Kind::nothing;
  std::string text = {};
  LetterCase letter_case = LetterCase::sensitive;
  GlobMeaning glob = GlobMeaning::any_run;
  PatternQuery pattern = {};
};

/// What an entry of the list of origins means to the enforcer of the policy.
EntryMeaning meaning_of_origin_entry(std::string_view entry, const Policy& policy,
                                     const Enforcer& enforcer);

/// What an entry of the list of origin patterns means to the enforcer of the policy; `nothing`
/// where the enforcer has no patterns.
EntryMeaning meaning_of_pattern_entry(std::string_view entry, const Policy& policy,
                                      const Enforcer& enforcer);

/// Whether an entry of that meaning admits a request with this Origin header, be it an origin that
/// a browser can send or not.
bool admits(const EntryMeaning& meaning, std::string_view origin, PatternMatchers& matchers);

/// The origins that a browser can send and that an entry of that meaning admits; nothing where the
/// analysis of a pattern cannot tell.
std::optional<OriginSet> origins_of(const EntryMeaning& meaning);

}  // namespace corslint
