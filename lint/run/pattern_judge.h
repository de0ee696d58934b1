#pragma once

#include <vector>

#include "lint/run/diagnostic.h"
#include "rules/enforcers/enforcer.h"
#include "rules/pattern/analysis.h"

namespace corslint {

/// One pattern, what was decided about it, and what the rules say of it. The report's file is the
/// pattern itself, so its places are bytes of the pattern.
struct JudgedQuery {
  PatternQuery query;
  PatternAnalysis analysis;
  FileReport report;
};

/// Judges one pattern as this enforcer would run it: its syntax, mode and letter case are the
/// query's. An enforcer without patterns is not allowed here.
JudgedQuery judge_pattern(const std::string& pattern, const Enforcer& enforcer);

}  // namespace corslint
