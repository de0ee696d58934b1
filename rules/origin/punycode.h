#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// The punycode of one label given in UTF-8, without the `xn--` prefix
/// (https://www.rfc-editor.org/rfc/rfc3492); nothing where the label is longer than any domain
/// name.
std::optional<std::string> to_punycode(std::string_view label);

}  // namespace corslint
