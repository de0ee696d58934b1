#pragma once

#include <cstddef>

namespace corslint {

/// The columns of the terminal that standard output is, from 40 to 100: longer lines are hard to
/// read. Where it is none, the columns of a page in a file.
std::size_t width_of_standard_output();

}  // namespace corslint
