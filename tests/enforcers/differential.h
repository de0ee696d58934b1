#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/enforcers/pool.h"

namespace corslint::tests {

/// Whether the message of a start failure is the program's own, word for word, or only tells what
/// it says.
enum class StartFailureWords { exact, free };

/// A real program behind a script that speaks JSON lines; differential.cpp opens with the protocol.
/// `dialect` is what `find_enforcer` takes. `command` is run in the source folder; a name without a
/// slash is looked up in the PATH.
struct RealProgram {
  std::string_view dialect;
  std::vector<std::string> command;
  Pool pool;
  StartFailureWords start_failure_words = StartFailureWords::exact;
};

/// Asks the real program and its enforcer the same random policies and requests, at least 20,000
/// pairs, and fails the test on every difference. CORSLINT_ENFORCER_SEED and
/// CORSLINT_ENFORCER_CASES (pairs) choose others. A program that is not installed (exit status 77
/// of the script) gives a warning, or a failure where CORSLINT_REQUIRE_PROGRAMS is 1.
void compare_with(const RealProgram& program);

/// What the script at `command` answers to these JSON lines; no line where the program is not
/// installed, after the same warning or failure.
std::vector<std::string> answers_of(const std::vector<std::string>& command,
                                    const std::string& lines);

}  // namespace corslint::tests
