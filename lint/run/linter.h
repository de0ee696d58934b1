#pragma once

#include <string>
#include <vector>

#include "lint/project/neighbourhood.h"
#include "lint/read/reader.h"
#include "lint/run/configured_ignores.h"
#include "lint/run/diagnostic.h"
#include "lint/run/selection.h"
#include "rules/pattern/known_patterns.h"

namespace corslint {

/// Whether `# corslint: ignore[...]` comments are honoured.
enum class InlineIgnores { honoured, disregarded };

/// What a file is linted with.
struct LintOptions {
  ReadOptions read = {};
  RuleSelection selection = {};
  std::vector<std::string> dev_origins = {};
  InlineIgnores inline_ignores = InlineIgnores::honoured;
  std::vector<ConfiguredIgnore> ignores = {};  ///< the configuration's, as far as they are about
                                               ///< the file and have not expired
};

/// Reads one file and runs every selected rule over each of its policies. Total: whatever the bytes
/// are, the answer is a report. A file with nothing about CORS in it gives an empty one, also when
/// it does not parse.
/// `neighbourhood` is what lies beside the file.
FileReport lint_file(SourceFile file, Format format, const LintOptions& options,
                     Neighbourhood neighbourhood = {});

/// Adds diagnostics to a report, in their places.
void add_diagnostics(FileReport& report, std::vector<Diagnostic> diagnostics);
/// The same for one of many files that share what is known of their patterns.
FileReport lint_file(SourceFile file, Format format, const LintOptions& options,
                     Neighbourhood neighbourhood, KnownPatterns& known);

}  // namespace corslint
