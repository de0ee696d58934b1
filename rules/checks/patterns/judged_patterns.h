#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/analysis.h"
#include "rules/rule.h"

namespace corslint {

/// A finding about one of the policy's patterns, with the text that holds the pattern and what the
/// enforcer makes of it. The finding's range and repair are those of the text; they are empty where
/// the enforcer makes a pattern of a text that is none.
struct JudgedPattern {
  const Text& text;
  PatternQuery query;
  PatternFinding finding;
};

/// The findings of that kind in the policy's patterns, first those that stand among the origins, in
/// the order of the lists. A text that the enforcer does not read as a pattern, or that holds a
/// variable, is not looked at; nor is a glob that the enforcer takes for a pattern, which
/// `glob-in-exact-list` reports.
std::vector<JudgedPattern> judged_patterns(const Policy& policy, const Context& context,
                                           PatternFindingKind kind);

/// Where the part of the pattern that the finding is about stands in the file.
Span place_of(const JudgedPattern& judged);

/// That part of the pattern, as a message names it.
std::string part_in_backticks(const JudgedPattern& judged);

/// Writes the repaired pattern in place of the whole; nothing where no repair was proved.
std::vector<Fix> repaired(const JudgedPattern& judged, Safety safety);

/// "Write `pattern`", or `otherwise` where no repair was proved.
std::string repair_help(const JudgedPattern& judged, std::string_view otherwise);

/// How the enforcer applies a pattern, as half a sentence: "Traefik searches for it anywhere in the
/// origin".
std::string application_of(const Enforcer& enforcer, MatchMode mode);

/// "`https://x` is admitted and reads the answers", with credentials "... with the user's cookies".
std::string admitted_reads(const Policy& policy, const Context& context, std::string_view witness);

}  // namespace corslint
