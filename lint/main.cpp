#include <csignal>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "lint/cli/command_line.h"
#include "lint/cli/output.h"
#include "lint/run/environment_error.h"

int main(int argc, char** argv) {
  using corslint::ExitStatus;
  // A reader that goes away, as `head` does, is seen where the report is written.
  (void)std::signal(SIGPIPE, SIG_IGN);
  // So is a limit on the size of files.
  (void)std::signal(SIGXFSZ, SIG_IGN);
  auto status = ExitStatus::failure;
  try {
    status = corslint::run_command_line(
        std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const corslint::EnvironmentError& error) {
    corslint::write_message(error.what());
  } catch (const std::exception& error) {
    corslint::write_message(std::string("internal error: ") + error.what());
  }
#ifdef NDEBUG
  // What is left is to give memory back, which the system does at once.
  std::_Exit(static_cast<int>(status));
#else
  return static_cast<int>(status);
#endif
}
