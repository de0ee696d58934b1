#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint::test {

/// The string literals of a C++ source, adjacent ones joined and with their escapes read, in the
/// order of the text. Comments and raw literals are passed over.
std::vector<std::string> string_literals(std::string_view source);

}  // namespace corslint::test
