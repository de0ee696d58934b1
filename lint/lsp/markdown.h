#pragma once

#include <string>
#include <string_view>

namespace corslint::lsp {

/// A text from the input as a code span of Markdown, on one line, whatever is in it.
/// https://spec.commonmark.org/0.31.2/#code-spans
std::string code_span(std::string_view text);

}  // namespace corslint::lsp
