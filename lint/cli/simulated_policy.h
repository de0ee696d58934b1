#pragma once

#include <string>

#include "lint/read/source_file.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/pattern_matchers.h"
#include "rules/policy/policy.h"

namespace corslint {

/// Which policy of which file is asked for, as the command line says it; empty texts are not given.
struct PolicyChoice {
  std::string path;  ///< a file, or `-` for standard input
  std::string name;
  std::string dialect;
  std::string environment;
};

/// One policy with the file that it stands in and the program that enforces it.
struct SimulatedPolicy {
  SourceFile file;
  Policy policy;
  const Enforcer* enforcer;
};

/// The policy that the choice means: the only one, or the one of that name and environment; of
/// several of one name the one without an environment. Throws `EnvironmentError` where there is
/// none or more than one, naming what there is; and where its enforcer is not known, has no model
/// of what it answers, or runs a pattern that cannot be matched here.
SimulatedPolicy chosen_policy(const PolicyChoice& choice, PatternMatchers& matchers);

}  // namespace corslint
