#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>

#include "rules/pattern/analysis.h"
#include "rules/pattern/known_patterns.h"

namespace corslint {

/// The most different patterns of one file that are analysed.
inline constexpr std::size_t most_patterns = 5000;

/// The most states that the automata of one file may have together, where a pattern that reached a
/// bound of its own counts as many as that bound: some seconds of work. The largest real patterns
/// have a few thousand.
inline constexpr std::size_t most_states_in_all = 20'000'000;

/// The analyses of one file: sixteen rules ask about each pattern, and it is analysed once. Not to
/// be shared between threads.
class PatternAnalyses {
 public:
  PatternAnalyses() = default;

  /// Takes the analyses that the run has already, and adds to them. `known` outlives this.
  explicit PatternAnalyses(KnownPatterns& known) : known_(&known) {}

  /// The analysis of a query; stays where it is for as long as this object lives. Where one of the
  /// bounds above is reached, nothing more is decided.
  const PatternAnalysis& of(const PatternQuery& query);

 private:
  std::shared_ptr<const PatternAnalysis> analysis_of(const PatternQuery& query,
                                                     const std::string& key);

  KnownPatterns* known_ = nullptr;
  std::size_t states_ = 0;
  std::map<std::string, std::shared_ptr<const PatternAnalysis>, std::less<>> analyses_;
};

}  // namespace corslint
