#pragma once

#include <cstddef>

#include "lint/run/runner.h"

namespace corslint {

/// The most findings of one rule that are reported of one file. As many of one kind are one mistake
/// that somebody makes once, in a generator or an editor's column; they would bury every other one
/// and take the report's readers, people and programs, hundreds of bytes each.
inline constexpr std::size_t most_findings_of_a_rule = 1000;

/// Leaves out what goes beyond `most_findings_of_a_rule`, the last ones of each file. They are
/// still counted, and a line in `notices` says how many there are.
void limit_findings(RunResult& result);

}  // namespace corslint
