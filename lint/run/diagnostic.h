#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "rules/rule.h"

namespace corslint {

/// A finding with everything a report says about it: the rule, the severity that it was given, and
/// which policy it is about. Only the linter makes one. `policy` is empty where the finding is
/// about the file and not about one of its policies.
struct Diagnostic {
  const Rule* rule = nullptr;
  Severity severity = Severity::error;
  Finding finding;
  std::string pointer;
  std::string policy;
  std::string dialect;
  Environment environment = Environment::unknown;
};

/// A policy that was read, as the report lists it.
struct PolicySummary {
  std::string name;
  std::string dialect;
  Environment environment = Environment::unknown;
  Span span;
};

/// All that linting one file gave: its policies in the order of the file, its diagnostics sorted by
/// position and rule. The file itself is kept for its lines.
struct FileReport {
  SourceFile file;
  std::vector<PolicySummary> policies;
  std::vector<Diagnostic> diagnostics;
  std::size_t suppressed = 0;  ///< diagnostics that an ignore in the file silenced
};

}  // namespace corslint
