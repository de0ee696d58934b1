#include "lint/lsp/markdown.h"

#include <algorithm>
#include <cstddef>

#include "lint/report/printable.h"

namespace corslint::lsp {

std::string code_span(std::string_view text) {
  const auto content = printable(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : content) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_blanks = content.empty() || content.starts_with('`') || content.ends_with('`');
  const std::string blank = needs_blanks ? " " : "";
  return fence + blank + content + blank + fence;
}

}  // namespace corslint::lsp
