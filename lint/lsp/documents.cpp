#include "lint/lsp/documents.h"

#include <algorithm>

#include "lint/read/source_file.h"

namespace corslint::lsp {

std::optional<std::string> changed_text(std::string text, const std::vector<TextChange>& changes,
                                        PositionEncoding encoding) {
  for (const auto& change : changes) {
    std::size_t begin = 0;
    std::size_t end = text.size();
    if (change.range) {
      begin = offset_at(text, change.range->start, encoding);
      end = std::max<std::size_t>(begin, offset_at(text, change.range->end, encoding));
    }
    if (text.size() - (end - begin) + change.text.size() > largest_file) return std::nullopt;
    text.replace(begin, end - begin, change.text);
  }
  return text;
}

}  // namespace corslint::lsp
