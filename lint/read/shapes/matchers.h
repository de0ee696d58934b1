#pragma once

#include "lint/read/document.h"

namespace corslint {

/// Whether a value is a list of string matchers, as Envoy and what is built on it have them:
/// tables with `exact`, `prefix`, `suffix`, `contains`, `regex` or `safe_regex`.
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/type/matcher/v3/string.proto
bool are_matchers(const Value& value);

}  // namespace corslint
