#pragma once

#include <string_view>

namespace corslint {

/// The text of `schemas/simulate.schema.json`, as it was when the program was built.
std::string_view simulate_schema();

}  // namespace corslint
