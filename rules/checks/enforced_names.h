#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// Whether the enforcer permits `method` to a preflight, where a policy's list of methods holds
/// `entry` alone: it is asked, with a policy made for the purpose.
bool permits_method(const Context& context, std::string_view entry, std::string_view method);

/// The same for a request header name and the list of header names.
bool permits_header(const Context& context, std::string_view entry, std::string_view name);

/// Whether the enforcer answers any of the usual methods with CORS headers under the policy's list
/// of methods, origins aside: false for one that compares the method of each request with a list
/// that has none.
bool answers_any_method(const Policy& policy, const Context& context);

/// Whether the enforcer permits a preflight for GET that asks for `header` under the policy's lists
/// of methods and headers, origins aside.
bool permits_preflight(const Policy& policy, const Context& context, std::string_view header);

/// The status with which the enforcer answers a preflight that it permits, where the policy sets it
/// to `setting`; nothing where it refuses such a policy. An enforcer that is not known is taken at
/// the policy's word.
std::optional<int> answered_preflight_status(const Context& context, std::int64_t setting);

}  // namespace corslint
