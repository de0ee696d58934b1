#pragma once

#include <cstddef>
#include <vector>

#include "lint/run/diagnostic.h"
#include "lint/run/edits.h"

namespace corslint {

/// A finding that a fix was applied for.
struct FixedFinding {
  const Diagnostic* diagnostic = nullptr;
  Safety safety = Safety::safe;
};

/// How the findings of a text compare with those of the text that edits made of it.
struct FindingChanges {
  std::vector<const Diagnostic*> added;  ///< of the new report
  bool stayed = false;                   ///< one of the findings that should have gone is there
  std::size_t rests = 0;                 ///< how many are what an unsafe fix left
};

/// Compares two reports of one file. A finding is the same one where its rule says the same of it,
/// or where the rule speaks of the same place, which may read otherwise now; it is a new one where
/// it is worse than it was. `fixed` are findings of the old report that the steps were made for: of
/// those, a finding at the same place that reads otherwise is a new one. What an unsafe fix leaves
/// at the place of its finding, by another rule and less severe, is no new finding: `*` without
/// credentials is still `*`.
FindingChanges changes_between(const FileReport& before, const FileReport& after,
                               const EditSteps& steps, const std::vector<FixedFinding>& fixed);

}  // namespace corslint
