#include "lint/read/shapes/matchers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace corslint {
namespace {

constexpr std::array<std::string_view, 7> kinds{"exact", "prefix",     "suffix",   "contains",
                                                "regex", "safe_regex", "safeRegex"};

bool is_matcher(const Value& item) {
  return item.kind == ValueKind::table && std::ranges::any_of(item.members, [](const Member& one) {
           return std::ranges::find(kinds, one.key) != kinds.end();
         });
}

}  // namespace

bool are_matchers(const Value& value) {
  return !value.items.empty() && std::ranges::all_of(value.items, is_matcher);
}

}  // namespace corslint
