#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/run/diagnostic.h"

namespace corslint {

/// One name in an inline ignore: `# corslint: ignore[rule, rule] reason` silences these rules on
/// its own line or, when the comment stands alone on a line, on the next line that holds more than
/// such a comment; `# corslint: file-ignore[rule] reason` in the whole file. There is no ignore
/// for every rule: one without names is kept with an empty name, and silences nothing.
struct InlineIgnore {
  std::string rule;
  Span span;               ///< the name within the brackets
  std::uint32_t line = 0;  ///< the line that it silences; 0 means every line
  bool used = false;
  std::string reason = {};  ///< what follows the brackets in the comment
};

/// The ignores that stand in a file's comments (`#` in TOML and env files, `//` and `/* */` in
/// JSON), in order. A name that is no rule is kept: it is reported as unused.
std::vector<InlineIgnore> inline_ignores(const SourceFile& file, Format format);

/// Takes the silenced diagnostics out, marks the ignores that did so, and gives what was taken out.
/// A diagnostic counts as being on each line that its primary span touches.
std::vector<SilencedDiagnostic> apply_ignores(const SourceFile& file,
                                              std::vector<InlineIgnore>& ignores,
                                              std::vector<Diagnostic>& diagnostics);

}  // namespace corslint
