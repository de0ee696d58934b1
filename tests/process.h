#pragma once

#include <string>
#include <utility>
#include <vector>

namespace corslint::test {

/// How a program is run in a test. The environment is the test's own without what decides about
/// colour, and with `environment` on top.
struct ProcessOptions {
  std::string stdin_text = {};
  std::string stdin_path = {};         ///< read from this file instead
  std::string working_directory = {};  ///< the working directory; empty: the test's own
  std::vector<std::pair<std::string, std::string>> environment = {};
  bool close_stdout_early =
      false;          ///< the reader of standard output goes away before a byte is read
  unsigned user = 0;  ///< the user to run as; 0: the test's own
  int timeout_seconds = 120;
};

/// What came of it. `status` is the exit status, or 128 and the signal's number; -1 after a
/// timeout. `peak_kilobytes` is the largest resident set.
struct ProcessResult {
  int status = -1;
  std::string standard_output;
  std::string standard_error;
  long peak_kilobytes = 0;
};

/// Runs a program with these arguments and waits for it.
ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          const ProcessOptions& options = {});

/// Runs the corslint that was built with the tests.
ProcessResult run_corslint(const std::vector<std::string>& arguments,
                           const ProcessOptions& options = {});

}  // namespace corslint::test
