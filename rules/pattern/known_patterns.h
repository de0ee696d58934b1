#pragma once

#include <string>

#include "rules/pattern/analysis.h"
#include "rules/pattern/concurrent_cache.h"

namespace corslint {

/// What is known of the patterns of a whole run, for all of its files and threads: each pattern is
/// analysed once, wherever it stands.
using KnownPatterns = ConcurrentCache<PatternAnalysis>;

}  // namespace corslint
