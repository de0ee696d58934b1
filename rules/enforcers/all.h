#pragma once

#include "rules/enforcers/enforcer.h"

namespace corslint::enforcer {

#define CORSLINT_ENFORCER(name) extern const Enforcer name;
#include "rules/enforcers/enforcers.def"
#undef CORSLINT_ENFORCER

}  // namespace corslint::enforcer
