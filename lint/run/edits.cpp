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
