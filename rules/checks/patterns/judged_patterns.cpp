#include "rules/checks/patterns/judged_patterns.h"

#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/pattern/analyses.h"

namespace corslint {

std::vector<JudgedPattern> judged_patterns(const Policy& policy, const Context& context,
                                           PatternFindingKind kind) {
  std::vector<JudgedPattern> judged;
  const Enforcer& enforcer = context.enforcer;
  if (!enforcer.pattern_syntax) return judged;
  for (const Text& text : policy.origin_patterns.entries) {
    if (!is_judged(text) || text.value.empty()) continue;
    const auto& analysis = context.analyses.of({.pattern = text.value,
                                                .syntax = *enforcer.pattern_syntax,
                                                .mode = enforcer.pattern_mode,
                                                .letter_case = enforcer.pattern_case});
    for (const auto& finding : analysis.findings)
      if (finding.kind == kind) judged.push_back({text, finding});
  }
  return judged;
}

Span place_of(const JudgedPattern& judged) {
  const ByteRange& range = judged.finding.range;
  if (range.end <= range.begin) return judged.text.span;
  return part_of(judged.text, range.begin, range.end - range.begin);
}

std::string part_in_backticks(const JudgedPattern& judged) {
  const ByteRange& range = judged.finding.range;
  const std::string_view pattern = judged.text.value;
  if (range.begin >= range.end || range.end > pattern.size()) return in_backticks(pattern);
  return in_backticks(pattern.substr(range.begin, range.end - range.begin));
}

std::vector<Fix> repaired(const JudgedPattern& judged, Safety safety) {
  if (judged.finding.repaired.empty()) return {};
  Finding finding;
  offer_replacement(finding, judged.text, judged.finding.repaired, safety);
  return finding.fixes;
}

std::string repair_help(const JudgedPattern& judged, std::string_view otherwise) {
  if (judged.finding.repaired.empty()) return std::string(otherwise);
  return "Write " + in_backticks(judged.finding.repaired);
}

std::string application_of(const Enforcer& enforcer) {
  const std::string subject = sentence_subject(enforcer);
  switch (enforcer.pattern_mode) {
    case MatchMode::full:
      return subject + " lets it match the whole origin";
    case MatchMode::prefix:
      return subject + " matches it from the start and lets anything follow";
    case MatchMode::search:
      return subject + " searches for it anywhere in the origin";
    case MatchMode::prefix_with_dollar:
      return subject +
             " anchors its start, and its end with a `$` that binds to the last alternative";
    case MatchMode::suffix:
      break;
  }
  return subject + " anchors its end only";
}

std::string admitted_reads(const Policy& policy, const Context& context, std::string_view witness) {
  const bool credentials = allows_credentials(policy, context.enforcer);
  return in_backticks(witness) + (credentials ? " is let in and reads with the user's cookies"
                                              : " is let in and reads the answers");
}

}  // namespace corslint
