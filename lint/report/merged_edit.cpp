#include "lint/report/merged_edit.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/origin/utf8.h"

namespace corslint {

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, length] = decode_utf8(text, i);
    if (value == replacement_character && length == 1) return false;
    i += length;
  }
  return true;
}

std::optional<Edit> merged_edit(const Fix& fix, std::string_view text) {
  if (fix.edits.empty()) return std::nullopt;
  auto edits = fix.edits;
  std::ranges::stable_sort(edits, {}, [](const Edit& edit) { return edit.span.begin; });
  Edit merged{{edits.front().span.begin, edits.front().span.begin}, {}};
  for (const auto& edit : edits) {
    merged.text += text.substr(merged.span.end, edit.span.begin - merged.span.end);
    merged.text += edit.text;
    merged.span.end = edit.span.end;
  }
  if (!is_utf8(merged.text)) return std::nullopt;
  return merged;
}

}  // namespace corslint
