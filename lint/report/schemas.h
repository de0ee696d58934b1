#pragma once

#include <string>

namespace corslint {

/// The JSON Schema (draft-07) of `corslint.toml`, from the table of its fields.
std::string configuration_schema();

/// The JSON Schema (draft-07) of a policy in the native form, from the table of its fields. Other
/// keys are let through: a policy often stands among an application's own settings.
std::string policy_schema();

}  // namespace corslint
