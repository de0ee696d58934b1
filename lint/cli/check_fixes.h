#pragma once

#include <string>

#include "lint/report/report.h"
#include "lint/run/runner.h"

namespace corslint {

/// What becomes of fixes: nothing, they are applied and what remains is reported, they are applied
/// and nothing else is said, or they are printed as a patch.
enum class FixAction { none, apply, apply_only, show };

/// Whether the action changes files, or the text of standard input.
inline bool applies(FixAction action) {
  return action == FixAction::apply || action == FixAction::apply_only;
}

/// One line on how much was fixed, or would be, and how many findings only unsafe fixes would
/// remove; empty where there is neither. `report` is what is reported in the end.
std::string fix_summary(const RunResult& result, const Report& report, FixAction action);

/// One line for each fix of the run, with the place of its finding when it was applied.
std::string fix_list(const RunResult& result, const Report& report);

}  // namespace corslint
