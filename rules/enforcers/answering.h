#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"

namespace corslint {

/// The steps that the answers of most enforcers are made of.

/// The value of the request's header; nothing where it has none.
std::optional<std::string> request_header(const Exchange& exchange, std::string_view name);

/// Whether the request is `OPTIONS` with an Access-Control-Request-Method.
bool asks_for_preflight(const Exchange& exchange);

/// The values of the list's entries.
std::vector<std::string> values_of(const TextList& list);

/// The entries, with `separator` between them.
std::string joined(const std::vector<std::string>& values, std::string_view separator);

/// Whether the list holds that value, byte for byte.
bool holds(const TextList& list, std::string_view value);

/// Whether any entry of the list of origins or of the patterns admits this Origin, each taken for
/// what it means to the enforcer.
bool entry_admits(const Exchange& exchange, std::string_view origin);

/// Adds `element` to the list in the response's Vary.
void add_to_vary(Response& response, std::string_view element);

}  // namespace corslint
