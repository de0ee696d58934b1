#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace corslint {

/// How one text became another: each step's edits speak of the text that the step before it left,
/// and do not meet.
using EditSteps = std::vector<std::vector<Edit>>;

/// The text after the edits, in whatever order they stand; every byte outside of their spans stays.
/// The spans lie within the text and do not overlap.
std::string with_edits(std::string_view text, std::vector<Edit> edits);

/// The one edit that makes `after` of `before`, with nothing in it at either end that both have in
/// common. Code points and line ends stay whole.
Edit replacement(std::string_view before, std::string_view after);

/// Where a span's bytes stand after the edits. What lies inside an edit becomes the whole of what
/// the edit wrote.
Span moved(Span span, const std::vector<Edit>& edits);

/// The same after several steps.
Span moved(Span span, const EditSteps& steps);

/// Spans that are taken, each by one fix.
class TakenSpans {
 public:
  /// Takes the spans of these edits, all or none: not if one of them overlaps or touches one that
  /// is taken already, or another one among themselves.
  bool take(const std::vector<Edit>& edits);

 private:
  bool is_free(Span span) const;

  std::vector<Span> spans_;  // sorted
};

}  // namespace corslint
