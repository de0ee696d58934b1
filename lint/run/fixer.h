#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "lint/run/diagnostic.h"
#include "lint/run/edits.h"
#include "rules/policy/policy.h"

namespace corslint {

/// Which fixes are applied: those that nobody needs to look at, or also those that need a person's
/// judgement.
enum class FixScope { safe, safe_and_unsafe };

/// Whether a fix is in the scope.
bool is_in_scope(const Fix& fix, FixScope scope);

/// Whether the diagnostic comes with a fix in the scope.
bool has_fix(const Diagnostic& diagnostic, FixScope scope);

/// The most rounds of fixes that one file gets: each makes place for fixes that met others.
inline constexpr std::size_t most_rounds = 10;

/// The most texts of one file that are linted on the way. It bounds the time that many fixes take
/// of which each spoils something.
inline constexpr std::size_t most_attempts = 1000;

/// A fix that was applied, and where its finding stood in the text of its round.
struct AppliedFix {
  const Rule* rule = nullptr;
  std::string title;
  Position position;
};

/// A file after its fixes. `remaining` is what linting it gives now, with the new text in it;
/// `gone` counts the findings that went, of which one fix may remove several; `steps` lead from the
/// old text to the new one. `settled` is false where a bound was reached, so that fixing again may
/// change more.
struct FixedFile {
  FileReport remaining;
  std::size_t gone = 0;
  std::vector<AppliedFix> applied = {};
  EditSteps steps = {};
  bool settled = true;
};

/// Lints a file in the way in which its report was made.
using Lint = std::function<FileReport(SourceFile)>;

/// Applies the fixes in scope that a report offers, in rounds until nothing changes. A fix is taken
/// only if the text can still be read with no policy less, its finding is gone, and no finding is
/// new; a new one that has a fix of its own in scope is fixed in the same go. What an unsafe fix
/// leaves at its place, less severe, is no new finding. Of fixes that overlap or touch, the first
/// by position and rule wins, the others get the next round.
FixedFile fixed_file(const FileReport& report, Format format, FixScope scope, const Lint& lint);

}  // namespace corslint
