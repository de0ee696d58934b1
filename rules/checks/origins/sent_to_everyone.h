#pragma once

#include <string>
#include <string_view>

#include "rules/policy/policy.h"
#include "rules/rule.h"

namespace corslint {

/// The `Access-Control-Allow-Origin` that a page of this origin is answered with; of several, what
/// a browser makes of them: all, joined by `, `. Empty where there is none, or where the enforcer
/// does not start with the policy.
std::string allow_origin_sent_to(std::string_view origin, const Policy& policy,
                                 const Context& context);

/// Whether every page is answered with this value as it is written, so that browsers compare it and
/// the enforcer does not: files of literal headers, `origin: "..."` of Express and its like.
bool is_sent_to_everyone(std::string_view value, const Policy& policy, const Context& context);

/// Whether the enforcer answers with the one origin that asks where a policy lists several: it is
/// asked, with a policy made for the purpose. Where not, one origin is all that a policy can name.
bool chooses_among_several(const Context& context);

}  // namespace corslint
