#pragma once

#include <optional>

#include "rules/origin/origin.h"

namespace corslint {

/// The same server of the own machine under its other usual name: `localhost` for `127.0.0.1`, and
/// the other way round. Nothing for any other host.
std::optional<Origin> loopback_alias(const Origin& origin);

}  // namespace corslint
