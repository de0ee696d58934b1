#include "lint/cli/progress_line.h"

#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>

#include "lint/cli/output.h"

namespace corslint {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 500ms;
constexpr auto interval = 100ms;
constexpr std::string_view erased_line = "\r\x1b[K";

/// Whether lines can be taken back where standard error goes.
bool can_erase() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

std::string line_of(const RunProgress& progress) {
  const auto files = progress.files.load();
  if (files == 0) return "corslint: looking for files";
  return "corslint: " + std::to_string(progress.done.load()) + " of " + std::to_string(files) +
         " files";
}

}  // namespace

ProgressLine::ProgressLine(const RunProgress& progress) : progress_(progress) {
  if (can_erase()) thread_ = std::thread([this] { show(); });
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
  }
  ended_.notify_all();
  thread_.join();
}

void ProgressLine::show() {
  std::unique_lock lock(mutex_);
  const auto has_ended = [&] { return has_ended_; };
  if (ended_.wait_for(lock, patience, has_ended)) return;
  do {
    write_standard_error(std::string(erased_line) + line_of(progress_));
  } while (!ended_.wait_for(lock, interval, has_ended));
  write_standard_error(erased_line);
}

}  // namespace corslint
