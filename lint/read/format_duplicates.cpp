#include "lint/read/format_duplicates.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace corslint {
namespace {

void collect_from_table(const std::vector<Member>& members, std::string_view detail,
                        std::vector<Irregularity>& found) {
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
  if (value.members.size() > 1) collect_from_table(value.members, detail, found);
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
