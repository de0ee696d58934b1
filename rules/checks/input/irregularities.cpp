#include "rules/checks/input/irregularities.h"

#include "rules/checks/wording.h"

namespace corslint {

std::vector<const Irregularity*> irregularities_of(const Policy& policy, IrregularityKind kind) {
  std::vector<const Irregularity*> found;
  for (const Irregularity& irregularity : policy.irregularities)
    if (irregularity.kind == kind) found.push_back(&irregularity);
  return found;
}

std::optional<Span> name_within(Span span, std::size_t length) {
  const std::size_t room = span.end - span.begin;
  if (room == length) return span;
  if (room == length + 2) return Span{span.begin + 1, span.end - 1};
  return std::nullopt;
}

std::vector<Fix> rename_to_suggestion(const Irregularity& irregularity) {
  const auto place = name_within(irregularity.span, irregularity.subject.size());
  if (irregularity.suggestion.empty() || !place) return {};
  return {{.title = "Write " + in_backticks(irregularity.suggestion),
           .safety = Safety::unsafe,
           .edits = {{*place, irregularity.suggestion}}}};
}

}  // namespace corslint
