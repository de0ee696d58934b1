#pragma once

#include "lint/lsp/json_reading.h"
#include "lint/lsp/session.h"

namespace corslint::lsp {

/// What is shown at a place of a document: whom the origin or pattern there lets in, and each
/// finding with its rule's page. A `Hover`, or null where there is nothing to say.
Json hover(const LintedDocument& linted, const Client& client, TextPosition position);

}  // namespace corslint::lsp
