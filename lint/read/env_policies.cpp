#include "lint/read/env_policies.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "lint/read/env_definitions.h"
#include "lint/read/env_policy_variables.h"

// Each variable with origins is a policy. The other variables of its group complete it; a group
// without origins of its own completes the one policy without a group, and variables without a
// group those of the only group there is.

namespace corslint {
namespace {

using Variables = std::vector<EnvPolicyVariable>;

/// What the file's variables hold, for the expansion of parts of values. All copies together are
/// bounded, so that a long list of one long variable stays unresolved.
class Lookup {
 public:
  explicit Lookup(const std::vector<Member>& members) : members_(members) {}

  VariableLookup from(const Member& reader) {
    const auto index = static_cast<std::size_t>(&reader - members_.data());
    return [this, index](std::string_view name) -> std::optional<Expansion> {
      if (!definitions_) definitions_.emplace(members_);
      const auto found = definitions_->find(name, index);
      if (!found) return std::nullopt;
      const Text& text = members_[*found].value.text;
      spent_ += text.value.size();
      if (spent_ > largest_file) return std::nullopt;
      return Expansion{text.value, text.resolution};
    };
  }

 private:
  const std::vector<Member>& members_;
  std::optional<EnvDefinitions> definitions_;
  std::size_t spent_ = 0;
};

/// Whether the variable makes a policy where no list of origins does.
bool stands_alone(const EnvPolicyVariable& variable) {
  const auto& value = variable.setting.members.front()->value.text.value;
  if (variable.setting.field == Field::origin_patterns) return !value.empty();
  return variable.setting.field == Field::any_origin && env_boolean(value).value_or(false);
}

bool agree(Environment side, Environment policy) {
  return side == Environment::unknown || side == policy;
}

/// The variables that a policy is made for each: those with origins, and where a group has none the
/// last pattern or switch that admits some.
std::vector<const EnvPolicyVariable*> anchors_of(const Variables& variables) {
  std::vector<const EnvPolicyVariable*> anchors;
  std::set<std::string_view> groups;
  for (const auto& variable : variables) {
    if (variable.setting.field != Field::origins) continue;
    anchors.push_back(&variable);
    groups.insert(variable.group);
  }
  std::map<std::pair<std::string_view, Environment>, const EnvPolicyVariable*> alone;
  for (const auto& variable : variables) {
    const bool has_policy =
        groups.contains(variable.group) || (variable.group.empty() && groups.size() == 1);
    if (!has_policy && stands_alone(variable))
      alone[{variable.group, variable.environment}] = &variable;
  }
  for (const auto& entry : alone) anchors.push_back(entry.second);
  std::sort(anchors.begin(), anchors.end());
  return anchors;
}

/// Which groups of side variables complete the policies of which group.
class Grouping {
 public:
  explicit Grouping(const std::vector<const EnvPolicyVariable*>& anchors) {
    for (const auto* anchor : anchors) ++policies_[anchor->group];
  }

  bool joins(std::string_view side, std::string_view policy) const {
    if (policies_.contains(side)) return side == policy;
    if (side.empty()) return policies_.size() == 1;
    const auto plain = policies_.find("");
    return policy.empty() && plain != policies_.end() && plain->second == 1;
  }

 private:
  std::map<std::string_view, std::size_t> policies_;
};

/// The last variable of each field and group, which is the one that counts.
Variables sides_of(const Variables& variables) {
  std::map<std::tuple<std::string_view, Environment, Field>, const EnvPolicyVariable*> last;
  for (const auto& variable : variables)
    if (variable.setting.field != Field::origins)
      last[{variable.group, variable.environment, variable.setting.field}] = &variable;
  Variables sides;
  for (const auto& variable : variables) {
    const auto found = last.find({variable.group, variable.environment, variable.setting.field});
    if (found != last.end() && found->second == &variable) sides.push_back(variable);
  }
  return sides;
}

bool is_empty_pattern(const EnvSetting& setting) {
  return setting.field == Field::origin_patterns &&
         setting.members.front()->value.text.value.empty();
}

class PolicyReader {
 public:
  PolicyReader(const SourceFile& file, const Document& document)
      : file_(file), lookup_(document.root.members) {}

  Policy read(const EnvPolicyVariable& anchor, const Variables& sides, const Grouping& grouping) {
    Policy policy;
    policy.name = anchor.setting.name;
    policy.span = anchor.setting.members.front()->key_span;
    policy.format = Format::env;
    policy.dialect = anchor.dialect;
    policy.environment = anchor.environment;
    read_setting(policy, anchor.setting);
    for (const auto& side : sides) {
      const bool joins = side.setting.name != policy.name && !is_empty_pattern(side.setting) &&
                         grouping.joins(side.group, anchor.group) &&
                         agree(side.environment, anchor.environment);
      if (joins) read_setting(policy, side.setting);
    }
    return policy;
  }

 private:
  void read_setting(Policy& policy, const EnvSetting& setting) {
    const auto before = policy.irregularities.size();
    read_env_setting(policy, setting, file_.text(), lookup_.from(*setting.members.front()));
    // A variable that completes several policies is odd once.
    if (!noted_.insert(setting.name).second) policy.irregularities.resize(before);
  }

  const SourceFile& file_;
  Lookup lookup_;
  std::set<std::string, std::less<>> noted_;
};

}  // namespace

std::vector<Policy> read_env_policies(const SourceFile& file, const Document& document,
                                      const ReadOptions& options) {
  const auto variables = env_policy_variables(file, document, options);
  const auto anchors = anchors_of(variables);
  const auto sides = sides_of(variables);
  const Grouping grouping(anchors);
  PolicyReader reader(file, document);
  std::vector<Policy> policies;
  policies.reserve(anchors.size());
  for (const auto* anchor : anchors) policies.push_back(reader.read(*anchor, sides, grouping));
  return policies;
}

}  // namespace corslint
