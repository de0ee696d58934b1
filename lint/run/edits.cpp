#include "lint/run/edits.h"

#include <algorithm>

namespace corslint {
namespace {

bool meet(Span left, Span right) {
  return left.begin <= right.end && right.begin <= left.end;
}

std::uint32_t length_of(Span span) {
  return span.end - span.begin;
}

/// Which side of what an edit wrote an offset inside of it goes to.
enum class Side { begin, end };

std::uint32_t moved_offset(std::uint32_t offset, Side side, const std::vector<Edit>& edits) {
  std::int64_t shift = 0;
  for (const Edit& edit : edits) {
    const auto written = static_cast<std::int64_t>(edit.text.size());
    if (edit.span.end <= offset && (side == Side::begin || edit.span.begin < offset)) {
      shift += written - length_of(edit.span);
    } else if (edit.span.begin < offset) {
      shift += static_cast<std::int64_t>(edit.span.begin) - offset;
      if (side == Side::end) shift += written;
    }
  }
  return static_cast<std::uint32_t>(offset + shift);
}

/// Whether a place lies between two characters that people see as two.
bool is_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  return !continues && text.substr(at - 1, 2) != "\r\n";
}

}  // namespace

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& edit) { return edit.span.begin; });
  std::string result;
  std::size_t kept = 0;
  for (const Edit& edit : edits) {
    result.append(text.substr(kept, edit.span.begin - kept)).append(edit.text);
    kept = edit.span.end;
  }
  return result.append(text.substr(kept));
}

Edit replacement(std::string_view before, std::string_view after) {
  const auto most = std::min(before.size(), after.size());
  std::size_t begin = 0;
  while (begin < most && before[begin] == after[begin]) ++begin;
  while (!is_boundary(before, begin) || !is_boundary(after, begin)) --begin;
  auto before_end = before.size();
  auto after_end = after.size();
  while (before_end > begin && after_end > begin &&
         before[before_end - 1] == after[after_end - 1]) {
    --before_end;
    --after_end;
  }
  while (!is_boundary(before, before_end) || !is_boundary(after, after_end)) {
    ++before_end;
    ++after_end;
  }
  return {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(before_end)},
          .text = std::string(after.substr(begin, after_end - begin))};
}

Span moved(Span span, const std::vector<Edit>& edits) {
  const auto begin = moved_offset(span.begin, Side::begin, edits);
  return {begin, std::max(begin, moved_offset(span.end, Side::end, edits))};
}

Span moved(Span span, const EditSteps& steps) {
  for (const auto& edits : steps) span = moved(span, edits);
  return span;
}

bool TakenSpans::is_free(Span span) const {
  const auto next = std::ranges::lower_bound(spans_, span.begin, {}, &Span::begin);
  return (next == spans_.end() || !meet(*next, span)) &&
         (next == spans_.begin() || !meet(*(next - 1), span));
}

bool TakenSpans::take(const std::vector<Edit>& edits) {
  for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
    const auto meets_edit = [&](const Edit& other) { return meet(other.span, edit->span); };
    if (!is_free(edit->span) || std::any_of(edits.begin(), edit, meets_edit)) return false;
  }
  for (const Edit& edit : edits) {
    const auto place = std::ranges::upper_bound(spans_, edit.span.begin, {}, &Span::begin);
    spans_.insert(place, edit.span);
  }
  return true;
}

}  // namespace corslint
