#pragma once

namespace corslint {

/// How the program ends, for scripts and hooks.
enum class ExitStatus : int {
  clean = 0,     ///< nothing at or above the fail level
  findings = 1,  ///< something is
  failure = 2,   ///< it could not run, or not on everything that was named
};

}  // namespace corslint
