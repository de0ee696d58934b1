#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/lsp/documents.h"
#include "lint/lsp/json_reading.h"

namespace corslint::lsp {

/// The parts of a call's parameters that the protocol has in common. Each is nothing where it is
/// missing or of another type.
std::optional<TextPosition> position_in(const Json& value);
std::optional<TextChange::Range> range_in(const Json& value);
std::optional<std::string> document_uri_in(const Json& params);

/// The document that `textDocument/didOpen` opens.
std::optional<OpenDocument> opened_document_in(const Json& params);

/// The changes of `textDocument/didChange`, all or none.
std::optional<std::vector<TextChange>> changes_in(const Json& params);

}  // namespace corslint::lsp
