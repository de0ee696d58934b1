#pragma once

#include "lint/lsp/json_reading.h"
#include "lint/lsp/session.h"

namespace corslint::lsp {

/// A span of a file as a `Range`.
Json range_of(const SourceFile& file, Span span, PositionEncoding encoding);

/// One finding as a `Diagnostic`. `uri` is the document's.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#diagnostic
Json diagnostic_of(const Diagnostic& diagnostic, const SourceFile& file, const std::string& uri,
                   PositionEncoding encoding);

/// All findings of a document, as an array.
Json diagnostics_of(const LintedDocument& linted, PositionEncoding encoding);

}  // namespace corslint::lsp
