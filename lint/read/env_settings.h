#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/read/document.h"
#include "lint/read/env_expansion.h"
#include "lint/read/field_names.h"
#include "rules/policy/policy.h"

namespace corslint {

/// A variable of an env file that sets a field of a policy; several members where each holds one
/// entry of a list. `name` is what the field is called in reports.
struct EnvSetting {
  Field field = Field::origins;
  std::string name;
  std::vector<const Member*> members;
};

/// The boolean that a value stands for in any case: `true`, `1`, `yes`, `on` and their opposites.
std::optional<bool> env_boolean(std::string_view value);

/// Reads a setting into the policy, with what is odd about it among the policy's irregularities.
/// No irregularity repeats a value other than that of a switch or number. An empty value sets a
/// list to nothing and leaves anything else unset.
void read_env_setting(Policy& policy, const EnvSetting& setting, std::string_view file_text,
                      const VariableLookup& lookup);

}  // namespace corslint
