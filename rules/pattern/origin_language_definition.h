#pragma once

#include "rules/pattern/deterministic.h"
#include "rules/pattern/origin_language.h"

namespace corslint::pattern {

/// Makes the automaton of `part` from its definition, minimised, its states marked. Part of the
/// program that writes the tables, which takes some ten milliseconds for it.
Deterministic define(OriginPart part);

/// The canonical spellings of IPv6 addresses (RFC 5952 without a dotted tail, as the URL Standard
/// serialises them) between a scheme with `://[` and `]`, whatever follows.
Automaton canonical_ipv6_prefix();

}  // namespace corslint::pattern
