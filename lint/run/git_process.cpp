#include "lint/run/git_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

#include "lint/run/environment_error.h"
#include "lint/run/git_environment.h"

namespace corslint {
namespace {

constexpr std::size_t block_size = std::size_t{256} * 1024;

void close_end(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

struct Pipe {
  int reading = -1;
  int writing = -1;
};

[[noreturn]] void fail(int code) {
  throw EnvironmentError("git cannot be started: " + std::generic_category().message(code));
}

Pipe made_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno);
  // Room enough that git need not wait while another one's answer is read.
  (void)::fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  return {ends[0], ends[1]};
}

/// A file in memory that holds the text, at its beginning; without a text, the null device.
int input_file(std::string_view text) {
  if (text.empty()) return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const int file = ::memfd_create("git-input", MFD_CLOEXEC);
  while (file >= 0 && !text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  if (file >= 0) (void)::lseek(file, 0, SEEK_SET);
  return file;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> command_line(const std::string& folder,
                                      const std::vector<std::string>& arguments) {
  std::vector<std::string> words{"git", "-C", folder, "-c", "core.fsmonitor=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

/// Reads what there is; false at the end.
bool read_some(int descriptor, std::string& text) {
  const auto length = text.size();
  text.resize(length + block_size);
  const ssize_t count = ::read(descriptor, text.data() + length, block_size);
  const int code = errno;
  text.resize(length + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0 || (count < 0 && code == EINTR);
}

}  // namespace

std::string GitAnswer::reason() const {
  if (outcome == Outcome::missing) return "git was not found";
  const auto line = complaint.substr(0, complaint.find('\n'));
  return line.empty() ? "git failed without a word" : "git says `" + line + '`';
}

GitProcess::GitProcess(const std::string& folder, const std::vector<std::string>& arguments,
                       std::string_view input) {
  auto words = command_line(folder, arguments);
  auto variables = git_environment(folder);
  auto output = made_pipe();
  auto complaint = made_pipe();
  int input_end = input_file(input);

  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input_end, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, complaint.writing, STDERR_FILENO);
  posix_spawnattr_t attributes{};
  ::posix_spawnattr_init(&attributes);
  sigset_t defaults{};
  ::sigemptyset(&defaults);
  ::sigaddset(&defaults, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int code = ::posix_spawnp(&process_, "git", &actions, &attributes,
                                  pointers_to(words).data(), pointers_to(variables).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);

  close_end(input_end);
  close_end(output.writing);
  close_end(complaint.writing);
  output_ = output.reading;
  complaint_ = complaint.reading;
  if (code == 0) return;
  process_ = -1;
  outcome_ = GitAnswer::Outcome::missing;
}

GitProcess::~GitProcess() {
  close_end(output_);
  close_end(complaint_);
  if (process_ > 0) (void)::waitpid(process_, nullptr, 0);
}

GitAnswer GitProcess::answer() {
  GitAnswer answer{.outcome = outcome_};
  if (process_ <= 0) return answer;
  while (output_ >= 0 || complaint_ >= 0) {
    std::array<pollfd, 2> polled{{{output_, POLLIN, 0}, {complaint_, POLLIN, 0}}};
    if (::poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR) break;
    if (polled[0].revents != 0 && !read_some(output_, answer.output)) close_end(output_);
    if (polled[1].revents != 0 && !read_some(complaint_, answer.complaint)) close_end(complaint_);
  }
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) answer.outcome = GitAnswer::Outcome::answered;
  return answer;
}

GitAnswer ask_git(const std::string& folder, const std::vector<std::string>& arguments,
                  std::string_view input) {
  return GitProcess(folder, arguments, input).answer();
}

}  // namespace corslint
