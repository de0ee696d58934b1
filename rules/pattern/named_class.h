#pragma once

#include <optional>
#include <string_view>

#include "rules/pattern/code_points.h"
#include "rules/pattern/syntax.h"

namespace corslint::pattern {

/// The characters of a POSIX class such as `alpha`; nothing where the name is not one of them.
std::optional<CharacterClass> posix_class(std::string_view name, Syntax syntax);

/// The characters of a Unicode property as `\p{...}` names it; nothing where the engine of `syntax`
/// knows no such property.
std::optional<CodePoints> unicode_property(std::string_view name, Syntax syntax);

}  // namespace corslint::pattern
