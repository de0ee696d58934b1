#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/analysis.h"
#include "rules/pattern/confirmation.h"
#include "rules/pattern/examination.h"
#include "rules/pattern/reading.h"
#include "rules/pattern/witness.h"

namespace corslint::pattern {

/// One pattern under judgement: the query, what was read, what was decided, and the matcher that
/// confirms examples.
struct Case {
  const PatternQuery& query;
  const PatternReading& reading;
  Examination& examination;
  Confirmation& confirmation;
};

/// What makes a pattern too broad: the findings, the class of the foreign origins, and the repaired
/// pattern where one was proved.
struct BreadthJudgement {
  std::vector<PatternFinding> findings;
  std::optional<AdmittedClass> breadth;
  std::string repaired;
  bool confirmed = true;  // false where the matcher contradicts an example
};

/// Judges foreign sites, `null`, addresses and extensions.
BreadthJudgement judge_breadth(Case& judged);

/// What else is worth saying of a pattern that is not too broad, or of its repaired form: http,
/// ports, loopback, dots that admit only unregistrable hosts.
std::vector<PatternFinding> judge_rest(Case& judged);

/// The whole pattern.
ByteRange whole(const PatternQuery& query);

}  // namespace corslint::pattern
