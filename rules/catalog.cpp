#include "rules/catalog.h"

#include <algorithm>
#include <array>
#include <vector>

#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::array all_rules{
#define CORSLINT_RULE(name) &rules::name,
#include "rules/catalog.def"
#undef CORSLINT_RULE
};

}  // namespace

std::span<const Rule* const> catalog() {
  return all_rules;
}

const Rule* find_rule(std::string_view id) {
  const auto* const found = std::find_if(all_rules.begin(), all_rules.end(),
                                         [&](const Rule* rule) { return rule->id == id; });
  return found == all_rules.end() ? nullptr : *found;
}

const Rule* nearest_rule(std::string_view id) {
  std::vector<std::string_view> ids;
  ids.reserve(all_rules.size());
  for (const Rule* rule : all_rules) ids.push_back(rule->id);
  const auto nearest = nearest_of(id, ids);
  return nearest.empty() ? nullptr : find_rule(nearest);
}

}  // namespace corslint
