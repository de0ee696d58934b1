#pragma once

#include "rules/enforcers/enforcer.h"
#include "rules/rule.h"

namespace corslint {

/// Offers to write the usual methods, as far as the enforcer takes them and the list lacks them, in
/// place of a `*` among its entries. Methods that need no permission are left out where only the
/// browser reads the list.
void offer_named_methods(Finding& finding, const TextList& list, const Policy& policy,
                         const Enforcer& enforcer);

}  // namespace corslint
