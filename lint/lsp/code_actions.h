#pragma once

#include "lint/lsp/json_reading.h"
#include "lint/lsp/session.h"

namespace corslint::lsp {

/// The kind of the action that applies every safe fix of a document.
inline constexpr std::string_view fix_all_kind = "source.fixAll.corslint";

/// The command that shows a rule's documentation; its one argument is the rule's name.
inline constexpr std::string_view documentation_command = "corslint.showDocumentation";

/// What can be done about the findings that the range of the parameters touches, or that the editor
/// names in them: their fixes, the safe ones first, then a comment that ignores the rule there,
/// then its documentation; and all safe fixes at once. Every offered edit was tried. An array of
/// `CodeAction`s, of the kinds that the parameters ask for.
Json code_actions(const LintedDocument& linted, const Client& client, const Json& params);

}  // namespace corslint::lsp
