#include "rules/pattern/analyses.h"

namespace corslint {
namespace {

std::string key_of(const PatternQuery& query) {
  std::string key = query.pattern;
  key += '\0';
  key += static_cast<char>(query.syntax);
  key += static_cast<char>(query.mode);
  key += static_cast<char>(query.letter_case);
  return key;
}

PatternAnalysis undecided(const PatternQuery& query) {
  PatternAnalysis analysis;
  analysis.verdict = Verdict::undecided;
  analysis.reason = "too many patterns, or too large ones, in one file";
  analysis.findings.push_back({.kind = PatternFindingKind::undecided,
                               .range = {0, query.pattern.size()},
                               .witness = {},
                               .repaired = {},
                               .message = analysis.reason});
  return analysis;
}

/// What an analysis counts towards the states of a file.
std::size_t states_of(const PatternAnalysis& analysis) {
  constexpr std::size_t bound_of_one = 1'500'000;
  return analysis.verdict == Verdict::undecided ? bound_of_one : analysis.states;
}

}  // namespace

std::shared_ptr<const PatternAnalysis> PatternAnalyses::analysis_of(const PatternQuery& query,
                                                                    const std::string& key) {
  if (analyses_.size() > most_patterns || states_ > most_states_in_all)
    return std::make_shared<const PatternAnalysis>(undecided(query));
  const auto make = [&] { return analyze(query); };
  auto analysis =
      known_ == nullptr ? std::make_shared<const PatternAnalysis>(make()) : known_->of(key, make);
  states_ += states_of(*analysis);
  return analysis;
}

const PatternAnalysis& PatternAnalyses::of(const PatternQuery& query) {
  const auto [entry, added] = analyses_.try_emplace(key_of(query));
  if (added) entry->second = analysis_of(query, entry->first);
  return *entry->second;
}

}  // namespace corslint
