#pragma once

#include <stdexcept>

namespace corslint {

/// What the program cannot go on with: bad usage, a report that cannot be written. The text is one
/// line for standard error, without a full stop. `main` catches it once and ends with status 2.
/// Findings and files that cannot be read are data and never thrown.
struct EnvironmentError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace corslint
