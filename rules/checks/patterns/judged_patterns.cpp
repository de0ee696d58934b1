#include "rules/checks/patterns/judged_patterns.h"

#include <algorithm>
#include <utility>

#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/pattern/analyses.h"

namespace corslint {

namespace {

/// The finding as one about the text, in which the pattern stands between other characters
/// (`/.../`) or not at all.
PatternFinding about_text(PatternFinding finding, const std::string& pattern,
                          const std::string& text) {
  const auto at = text.find(pattern);
  if (at == std::string::npos) {
    finding.range = {};
    finding.repaired.clear();
    return finding;
  }
  if (finding.range.end > finding.range.begin) {
    finding.range.begin += at;
    finding.range.end = std::min(finding.range.end + at, text.size());
  }
  if (!finding.repaired.empty())
    finding.repaired = text.substr(0, at) + finding.repaired + text.substr(at + pattern.size());
  return finding;
}

class Judge {
 public:
  Judge(const Policy& policy, const Context& context, PatternFindingKind kind)
      : policy_{policy}, context_{context}, kind_{kind} {}

  void judge(const Text& text, const EntryMeaning& meaning) {
    if (meaning.kind != EntryMeaning::Kind::pattern || !is_judged(text) || text.value.empty())
      return;
    for (const auto& finding : context_.analyses.of(meaning.pattern).findings)
      if (finding.kind == kind_)
        judged_.push_back(
            {text, meaning.pattern, about_text(finding, meaning.pattern.pattern, text.value)});
  }

  std::vector<JudgedPattern> judged() && {
    for (const Entry& entry : context_.entries.origins)
      if (entry.kind != EntryKind::misread_glob) judge(*entry.text, entry.meaning);
    for (const Text& text : policy_.origin_patterns.entries)
      judge(text, meaning_of_pattern_entry(text.value, policy_, context_.enforcer));
    return std::move(judged_);
  }

 private:
  const Policy& policy_;
  const Context& context_;
  PatternFindingKind kind_;
  std::vector<JudgedPattern> judged_;
};

}  // namespace

std::vector<JudgedPattern> judged_patterns(const Policy& policy, const Context& context,
                                           PatternFindingKind kind) {
  return Judge(policy, context, kind).judged();
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

std::string application_of(const Enforcer& enforcer, MatchMode mode) {
  const std::string subject = sentence_subject(enforcer);
  switch (mode) {
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
