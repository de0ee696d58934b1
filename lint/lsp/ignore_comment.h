#pragma once

#include <optional>

#include "lint/lsp/workspace.h"

namespace corslint::lsp {

/// The edit that silences a diagnostic of the report by an `ignore` comment in the file itself:
/// added to one that is there, on a line of its own above, or behind the line. Each is tried by
/// linting the text with it: the finding must be gone and everything else stay as it was. Nothing
/// where no comment does that.
std::optional<Edit> ignoring_edit(const FileReport& report, const Diagnostic& diagnostic,
                                  const LintConditions& conditions);

/// Whether comments in this document are read over by what reads it. JSON itself has none, so only
/// those dialects of it count that do, and files that hold one already.
bool may_have_comments(const OpenDocument& document, Format format);

}  // namespace corslint::lsp
