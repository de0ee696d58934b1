#include "lint/read/format_duplicates.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace corslint {
namespace {

/// Whether no key stands twice in a table so small that comparing each with each takes less time
/// than the memory of an index.
bool is_small_and_unambiguous(const std::vector<Member>& members) {
  constexpr std::size_t small = 16;
  if (members.size() > small) return false;
  for (std::size_t i = 1; i < members.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (members[i].key == members[j].key) return false;
  return true;
}

void collect_from_table(const std::vector<Member>& members, std::string_view detail,
                        std::vector<Irregularity>& found) {
  if (is_small_and_unambiguous(members)) return;
  std::unordered_map<std::string_view, Span> first_places;
  for (const auto& member : members) {
    const auto [place, is_new] = first_places.emplace(member.key, member.key_span);
    if (is_new) continue;
    found.push_back({.kind = IrregularityKind::duplicate_key,
                     .span = member.key_span,
                     .subject = member.key,
                     .detail = std::string(detail),
                     .related = place->second});
  }
}

void collect_duplicates(const Value& value, std::string_view detail,
                        std::vector<Irregularity>& found) {
  collect_from_table(value.members, detail, found);
  for (const auto& member : value.members) collect_duplicates(member.value, detail, found);
  for (const auto& item : value.items) collect_duplicates(item, detail, found);
}

}  // namespace

void report_duplicate_keys(Document& document, std::string_view detail) {
  std::vector<Irregularity> found;
  collect_duplicates(document.root, detail, found);
  std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.span.begin < right.span.begin;
  });
  document.irregularities.insert(document.irregularities.end(), found.begin(), found.end());
}

}  // namespace corslint
