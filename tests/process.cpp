#include "tests/process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/places.h"

namespace corslint::test {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  int reading = -1;
  int writing = -1;
};

Pipe made_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
  return {ends[0], ends[1]};
}

void close_end(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

struct Pipes {
  Pipe input = made_pipe();
  Pipe output = made_pipe();
  Pipe error = made_pipe();
};

void set_environment(const ProcessOptions& options) {
  for (const char* name : {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"}) ::unsetenv(name);
  for (const auto& [name, value] : options.environment) ::setenv(name.c_str(), value.c_str(), 1);
}

[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                         const ProcessOptions& options, const Pipes& pipes) {
  const int input = options.stdin_path.empty() ? pipes.input.reading
                                               : ::open(options.stdin_path.c_str(), O_RDONLY);
  ::dup2(input, STDIN_FILENO);
  ::dup2(pipes.output.writing, STDOUT_FILENO);
  ::dup2(pipes.error.writing, STDERR_FILENO);
  (void)std::signal(SIGPIPE, SIG_DFL);
  set_environment(options);
  const bool moved =
      options.working_directory.empty() || ::chdir(options.working_directory.c_str()) == 0;
  const bool changed = options.user == 0 || ::setuid(options.user) == 0;
  std::vector<char*> words{const_cast<char*>(program.c_str())};
  for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  if (moved && changed) ::execv(program.c_str(), words.data());
  ::_exit(127);
}

/// Reads what there is; false at the end.
bool read_some(int descriptor, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && errno == EINTR);
}

/// Writes a part of what is left; false once nothing is left or nobody reads.
bool write_some(int descriptor, std::string_view& rest) {
  const ssize_t count = ::write(descriptor, rest.data(), rest.size());
  if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
  return !rest.empty() && (count >= 0 || errno == EAGAIN || errno == EINTR);
}

/// Feeds and drains the child until it closes its ends; false after the timeout.
bool converse(Pipes& pipes, const ProcessOptions& options, ProcessResult& result) {
  const auto deadline = Clock::now() + std::chrono::seconds(options.timeout_seconds);
  std::string_view rest = options.stdin_text;
  if (rest.empty()) close_end(pipes.input.writing);
  if (options.close_stdout_early) close_end(pipes.output.reading);
  while (pipes.output.reading >= 0 || pipes.error.reading >= 0) {
    std::array<pollfd, 3> polled{{{pipes.output.reading, POLLIN, 0},
                                  {pipes.error.reading, POLLIN, 0},
                                  {pipes.input.writing, POLLOUT, 0}}};
    if (Clock::now() > deadline) return false;
    if (::poll(polled.data(), polled.size(), 100) <= 0) continue;
    if (polled[0].revents != 0 && !read_some(pipes.output.reading, result.standard_output))
      close_end(pipes.output.reading);
    if (polled[1].revents != 0 && !read_some(pipes.error.reading, result.standard_error))
      close_end(pipes.error.reading);
    if (polled[2].revents != 0 && !write_some(pipes.input.writing, rest))
      close_end(pipes.input.writing);
  }
  return true;
}

}  // namespace

ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          const ProcessOptions& options) {
  (void)std::signal(SIGPIPE, SIG_IGN);
  Pipes pipes;
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(program, arguments, options, pipes);
  close_end(pipes.input.reading);
  close_end(pipes.output.writing);
  close_end(pipes.error.writing);
  ::fcntl(pipes.input.writing, F_SETFL, O_NONBLOCK);

  ProcessResult result;
  const bool ended = converse(pipes, options, result);
  if (!ended) ::kill(child, SIGKILL);
  for (int* end : {&pipes.input.writing, &pipes.output.reading, &pipes.error.reading})
    close_end(*end);
  int status = 0;
  rusage usage{};
  while (::wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  result.peak_kilobytes = usage.ru_maxrss;
  if (ended) result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

ProcessResult run_corslint(const std::vector<std::string>& arguments,
                           const ProcessOptions& options) {
  return run_process(CORSLINT_EXECUTABLE, arguments, options);
}

}  // namespace corslint::test
