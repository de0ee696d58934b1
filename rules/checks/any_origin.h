#pragma once

#include <optional>
#include <string>

#include "rules/enforcers/enforcer.h"
#include "rules/policy/policy.h"

namespace corslint {

/// The entry `*` of a list; none where there is none.
const Text* wildcard_in(const TextList& list);

/// What in a policy admits every origin: its place, and what stands there as a message names it.
struct AnyOrigin {
  Span span;
  std::string subject;
};

/// The switch or the entry `*` by which this enforcer admits every origin; none where it does not.
/// Globs, patterns and empty lists are not looked at.
std::optional<AnyOrigin> any_origin(const Policy& policy, const Enforcer& enforcer);

/// Whether credentials are on, and are a setting of this enforcer at all.
bool allows_credentials(const Policy& policy, const Enforcer& enforcer);

/// A setting's value where it is written, else its key.
template <typename T>
Span place_of(const Setting<T>& setting) {
  return setting.span.end > setting.span.begin ? setting.span : setting.key_span;
}

}  // namespace corslint
