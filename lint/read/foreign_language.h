#pragma once

#include <string_view>

namespace corslint {

/// What a file holds by the ending of its name, where that is none of the formats that are read:
/// `YAML` for `compose.yml`, `Python` for `main.py`. Empty for every other name. Letter case does
/// not count.
std::string_view foreign_language_of(std::string_view path);

}  // namespace corslint
