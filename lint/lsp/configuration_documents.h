#pragma once

#include <vector>

#include "lint/lsp/documents.h"
#include "lint/run/configuration/configuration.h"

namespace corslint::lsp {

/// What is wrong with a document that is a configuration of corslint, as the editor has it; nothing
/// for any other document.
std::vector<FileProblem> configuration_problems(const OpenDocument& document);

}  // namespace corslint::lsp
