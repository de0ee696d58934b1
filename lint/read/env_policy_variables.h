#pragma once

#include <string>
#include <vector>

#include "lint/read/env_settings.h"
#include "lint/read/reader.h"

namespace corslint {

/// A variable that is about CORS, with the group and environment that its name tells.
struct EnvPolicyVariable {
  EnvSetting setting;
  std::string group;
  Environment environment = Environment::unknown;
  std::string dialect = {};
};

/// The variables of the document that are about CORS, in the order of the file. Of a variable that
/// stands twice only the last one counts; of an example file those that hold something.
std::vector<EnvPolicyVariable> env_policy_variables(const SourceFile& file,
                                                    const Document& document,
                                                    const ReadOptions& options);

}  // namespace corslint
