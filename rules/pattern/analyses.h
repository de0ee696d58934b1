#pragma once

#include <map>
#include <string>

#include "rules/pattern/analysis.h"

namespace corslint {

/// The analyses of one run: sixteen rules ask about each pattern, and it is analysed once. Not to
/// be shared between threads.
class PatternAnalyses {
 public:
  /// The analysis of a query; stays where it is for as long as this object lives.
  const PatternAnalysis& of(const PatternQuery& query);

 private:
  std::map<std::string, PatternAnalysis, std::less<>> analyses_;
};

}  // namespace corslint
