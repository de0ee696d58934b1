#pragma once

#include <map>
#include <string>

#include "rules/surroundings.h"

namespace corslint {

/// What lies beside one file: what rules are told of it, and the variables that an env file's
/// references find outside of it.
struct Neighbourhood {
  Surroundings surroundings = {};
  std::map<std::string, std::string, std::less<>> base_variables = {};
};

}  // namespace corslint
