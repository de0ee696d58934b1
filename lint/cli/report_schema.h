#pragma once

#include <string_view>

namespace corslint {

/// The text of `schemas/report.schema.json`, as it was when the program was built.
std::string_view report_schema();

}  // namespace corslint
