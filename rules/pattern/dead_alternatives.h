#pragma once

#include <string>
#include <vector>

#include "rules/pattern/analysis.h"
#include "rules/pattern/product.h"
#include "rules/pattern/reading.h"

namespace corslint::pattern {

/// An alternative without which the pattern admits the same origins: it can never match, or what it
/// matches another one matches too.
struct IdleAlternative {
  ByteRange range;
  bool redundant = false;
};

/// The alternatives of `reading` that do nothing. `named` is its product with origins of named
/// hosts where that is known, else null. Those that can never match are all found, and those
/// written like one before them, save in a pattern with back-references. Others that add nothing
/// are looked for where 3,000 sets of states suffice to tell and automata of 60,000 edges in all
/// were not yet built for it.
std::vector<IdleAlternative> idle_alternatives(const PatternQuery& query,
                                               const PatternReading& reading, const Product* named);

}  // namespace corslint::pattern
