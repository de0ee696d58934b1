#pragma once

#include "rules/pattern/analysis.h"
#include "rules/pattern/examination.h"

namespace corslint::pattern {

/// The sites of an examination as they are reported.
AdmittedSites summarize(const Examination& examination);

}  // namespace corslint::pattern
