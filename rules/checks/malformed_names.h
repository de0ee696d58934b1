#pragma once

#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// What a rule about malformed names says: what an entry is called, and what comes of one that
/// browsers cannot parse.
struct MalformedNameTexts {
  std::string_view noun;
  std::string_view consequence;
};

/// Reports every entry of a list of methods or header names that is no token, and offers the name
/// or names that it evidently holds. A value that was not taken apart as its author meant is left
/// to the rules about the input. https://httpwg.org/specs/rfc9110.html#rule.token.separators
void report_malformed_names(const TextList& list, const MalformedNameTexts& texts,
                            const Policy& policy, const Context& context, Findings& findings);

}  // namespace corslint
