#pragma once

#include <cstddef>
#include <vector>

#include "rules/policy/policy.h"
#include "rules/rule.h"

namespace corslint {

/// The irregularities of one kind in a policy, in the order in which they were noted.
std::vector<const Irregularity*> irregularities_of(const Policy& policy, IrregularityKind kind);

/// The part of a key's or string's span that holds its `length` bytes: the span itself, or what
/// lies within its quotes. Nothing where the name is written in another way (with escapes).
std::optional<Span> name_within(Span span, std::size_t length);

/// Replaces the name at `irregularity.span` by its suggestion; no fix where there is none or the
/// name is written with escapes.
std::vector<Fix> rename_to_suggestion(const Irregularity& irregularity);

}  // namespace corslint
