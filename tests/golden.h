#pragma once

#include <string>

namespace corslint::test {

/// Whether a file of the sources holds exactly `actual`: empty if it does, else one line with its
/// path and the first line that differs. With `CORSLINT_UPDATE=1` in the environment the file is
/// written instead. `path` is relative to the root of the sources.
std::string golden_difference(const std::string& path, const std::string& actual);

/// Fails the running test where `golden_difference` finds one.
void check_golden(const std::string& path, const std::string& actual);

}  // namespace corslint::test
