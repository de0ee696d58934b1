#pragma once

#include <string_view>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "rules/rule.h"

namespace corslint {

/// What a rule about `*` in one list says of it: what comes of the entry where it is sent and where
/// it is not, and what to write instead.
struct LiteralWildcardTexts {
  std::string_view sent;
  std::string_view dropped;
  std::string_view help;
  /// Added to the help where nothing tells which program enforces the policy.
  std::string_view help_if_generic = {};
};

/// Reports `*` in a list of names that stands for nothing because credentials are allowed: it is
/// sent as it stands, and with credentials browsers take it for a name, or it is not sent at all.
/// Silent where the enforcer mirrors the request or has a list of its own.
/// https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
void report_literal_wildcard(const TextList& list, NameWildcard wildcard,
                             const LiteralWildcardTexts& texts, const Policy& policy,
                             const Context& context, Findings& findings);

/// Offers to write the names in place of a `*` among the entries of a list, in the way in which the
/// list is written. A person has to confirm that these are the names that are used.
void offer_names(Finding& finding, const TextList& list, Format format,
                 const std::vector<std::string_view>& names);

}  // namespace corslint
