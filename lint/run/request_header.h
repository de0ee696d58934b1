#pragma once

#include <string_view>

#include "rules/fetch/header_list.h"

namespace corslint {

/// A request header from `NAME` or `NAME: VALUE`. Without a value it gets one that is safelisted
/// where the name is, but for Content-Type, which counts as `application/json`.
Header header_of(std::string_view text);

}  // namespace corslint
