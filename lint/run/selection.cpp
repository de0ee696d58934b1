#include "lint/run/selection.h"

#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::array all_groups{Group::input,   Group::origins, Group::patterns, Group::credentials,
                                Group::methods, Group::headers, Group::caching};

/// How closely a name means a rule: 0 not at all, 1 as `ALL`, 2 as its group, 3 by its own name.
int closeness(std::string_view name, const Rule& rule) {
  if (name == rule.id) return 3;
  if (name == group_name(rule.group)) return 2;
  return name == every_rule ? 1 : 0;
}

int closeness(const std::vector<std::string>& names, const Rule& rule) {
  int closest = 0;
  for (const auto& name : names) closest = std::max(closest, closeness(name, rule));
  return closest;
}

}  // namespace

bool selects_everything(const RuleSelection& selection) {
  return selection.severities.empty() && selection.select.empty() && selection.ignore.empty();
}

bool is_selected(const RuleSelection& selection, const Rule& rule) {
  if (selects_everything(selection)) return true;
  const auto severity = selection.severities.find(rule.id);
  if (severity != selection.severities.end() && !severity->second) return false;
  const int selected = selection.select.empty() ? 1 : closeness(selection.select, rule);
  return selected > closeness(selection.ignore, rule);
}

std::vector<const Rule*> rules_named(std::string_view name) {
  std::vector<const Rule*> named;
  std::ranges::copy_if(catalog(), std::back_inserter(named),
                       [&](const Rule* rule) { return closeness(name, *rule) > 0; });
  return named;
}

std::string problem_with_rule_name(std::string_view name) {
  std::vector<std::string_view> names{every_rule};
  for (const Group group : all_groups) names.push_back(group_name(group));
  for (const Rule* rule : catalog()) names.push_back(rule->id);
  if (std::ranges::find(names, name) != names.end()) return {};

  auto problem = "`" + std::string(name) + "` is not a rule or a group of rules";
  const auto nearest = nearest_of(name, names);
  if (!nearest.empty()) problem += "; did you mean `" + std::string(nearest) + "`?";
  return problem;
}

}  // namespace corslint
