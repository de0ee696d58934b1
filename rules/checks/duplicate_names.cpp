#include "rules/checks/duplicate_names.h"

#include <unordered_map>

#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

Finding describe(const Text& later, const Text& first, const TextList& list) {
  const bool alike = first.value == later.value;
  Finding finding{
      .span = later.span,
      .message = alike ? in_backticks(later.value) + " stands twice in " + in_backticks(list.key)
                       : in_backticks(later.value) + " and " + in_backticks(first.value) +
                             " are the same name: case does not count",
      .consequence = "The second entry permits nothing that the first does not",
      .help = "Keep one of the two",
      .label = "listed again",
      .labels = {{first.span, "first listed here"}},
  };
  offer_removal(finding, later, Safety::safe);
  return finding;
}

}  // namespace

void report_duplicate_names(const TextList& list, NameIdentity identity, Findings& findings) {
  std::unordered_map<std::string, const Text*> seen;
  for (const auto& entry : list.entries) {
    if (!is_judged(entry) || entry.value.empty()) continue;
    const auto [first, is_new] = seen.try_emplace(identity(entry.value), &entry);
    if (!is_new) findings.push_back(describe(entry, *first->second, list));
  }
}

}  // namespace corslint
