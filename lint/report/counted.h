#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace corslint {

/// A number with its noun or verb in the right form: "1 file", "2 files", "3 are".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace corslint
