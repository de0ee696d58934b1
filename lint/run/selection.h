#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace corslint {

/// The name that stands for every rule.
inline constexpr std::string_view every_rule = "ALL";

/// Which rules run, and how bad they are. Names are rules, groups (`origins`), or `ALL`; a rule's
/// own name outweighs its group, and among equals `ignore` outweighs `select`. With no `select`,
/// every rule is selected.
struct RuleSelection {
  std::vector<std::string> select = {};
  std::vector<std::string> ignore = {};
  /// By a rule's own name: a severity that replaces the rule's and its findings'; no value means
  /// `off`.
  std::map<std::string, std::optional<Severity>, std::less<>> severities = {};
};

/// Whether nothing was chosen: every rule runs with its own severity.
bool selects_everything(const RuleSelection& selection);

/// Whether the rule runs.
bool is_selected(const RuleSelection& selection, const Rule& rule);

/// The rules that a name stands for: one, those of a group, or all; none for an unknown name.
std::vector<const Rule*> rules_named(std::string_view name);

/// What is wrong with a name given to `select`, `ignore` or `severities`, with the nearest known
/// one; empty if it is known.
std::string problem_with_rule_name(std::string_view name);

}  // namespace corslint
