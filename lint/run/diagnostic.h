#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "rules/rule.h"

namespace corslint {

/// A finding with everything a report says about it: the rule, the severity that it was given, and
/// which policy it is about. Only the linter makes one. `policy` is empty where the finding is
/// about the file and not about one of its policies. `fingerprint` is what it is about, whatever
/// else changes in the file (see `content_fingerprint`); equal findings have equal ones.
struct Diagnostic {
  const Rule* rule = nullptr;
  Severity severity = Severity::error;
  Finding finding;
  std::string pointer;
  std::string policy;
  std::string dialect;
  Environment environment = Environment::unknown;
  std::string fingerprint = {};
};

/// What may silence a diagnostic: a comment in its file, an entry of the configuration, a baseline.
enum class Silencer { comment, configuration, baseline };

/// A diagnostic that is not reported, what silenced it, and the reason that was given for that,
/// which may be empty.
struct SilencedDiagnostic {
  Diagnostic diagnostic;
  Silencer silencer = Silencer::comment;
  std::string reason = {};
};

/// A policy that was read, as the report lists it.
struct PolicySummary {
  std::string name;
  std::string dialect;
  Environment environment = Environment::unknown;
  Span span;
};

/// Findings of one rule and severity that are counted, but too many to be reported one by one.
struct UnreportedFindings {
  const Rule* rule = nullptr;
  Severity severity = Severity::error;
  std::size_t number = 0;
};

/// All that linting one file gave: its policies in the order of the file, its diagnostics sorted by
/// position and rule, those that were silenced apart. The file itself is kept for its lines.
struct FileReport {
  SourceFile file;
  std::vector<PolicySummary> policies;
  std::vector<Diagnostic> diagnostics;
  std::vector<SilencedDiagnostic> silenced = {};
  std::vector<std::size_t> used_ignores =
      {};  ///< `ConfiguredIgnore::number` of those that silenced
  std::optional<Severity> fail_level =
      Severity::warning;  ///< from which on a diagnostic fails the run; none: never
  std::vector<UnreportedFindings> left_out = {};
};

}  // namespace corslint
