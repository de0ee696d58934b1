#pragma once

#include <optional>
#include <string_view>

#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"

namespace corslint {

/// ASP.NET Core's CORS middleware, which the Azure Functions host uses too.

/// What an origin given to `WithOrigins` means: lowered; a name with other letters in punycode and
/// without its path and default port; with `SetIsOriginAllowedToAllowWildcardSubdomains`
/// (`origin_globs`) `https://*.example.com` is every name below that one.
EntryMeaning aspnet_origin(std::string_view entry, const Policy& policy);

/// The exception that building the policy throws.
std::optional<StartFailure> aspnet_failure(const Policy& policy);

/// What `UseCors` answers.
Response aspnet_answer(const Exchange& exchange);

}  // namespace corslint
