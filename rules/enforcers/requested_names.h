#pragma once

#include <string>
#include <vector>

#include "rules/enforcers/exchange.h"

namespace corslint {

/// The elements of the request's Access-Control-Request-Headers as servers take them apart: split
/// at commas, without the blanks around them and without empty ones; none where it has no such
/// header.
std::vector<std::string> requested_names(const Exchange& exchange);

}  // namespace corslint
