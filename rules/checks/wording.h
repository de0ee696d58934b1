#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rules/enforcers/enforcer.h"

namespace corslint {

/// A value as messages show it: in backticks, control characters visible as escapes, so that it
/// stays on one line.
std::string in_backticks(std::string_view value);

/// Several values as messages list them: "`a`, `b` and `c`".
std::string listed_in_backticks(std::span<const std::string_view> values);

/// The enforcer's title as a sentence begins with it; a program's own name stays as it is spelled.
std::string sentence_subject(const Enforcer& enforcer);

}  // namespace corslint
