#include "lint/run/reading.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "lint/read/source_file.h"

namespace corslint {
namespace {

constexpr std::size_t mebibyte = std::size_t{1024} * 1024;

std::string error_text(int code) {
  return std::generic_category().message(code);
}

Reading too_large() {
  return {.problem = "is larger than " + std::to_string(largest_file / mebibyte) +
                     " MiB, the most that is read",
          .obstacle = Obstacle::too_large};
}

Reading failed(int code) {
  return {.problem = "cannot be read: " + error_text(code),
          .obstacle = code == ENOENT || code == ENOTDIR ? Obstacle::gone : Obstacle::failure};
}

Reading of_other_kind(std::string problem) {
  return {.problem = std::move(problem), .obstacle = Obstacle::other_kind};
}

/// A descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

/// Why an input of this kind is not read; empty for a regular file.
std::string problem_with_kind(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "is a directory";
  if (S_ISFIFO(mode)) return "is a named pipe; use `-` to read standard input";
  if (S_ISSOCK(mode)) return "is a socket";
  if (S_ISCHR(mode)) return "is a device; use `-` to read standard input";
  return "is a device";
}

/// Whether the system told how long an input is.
enum class Length { told, guessed };

/// Reads up to the end, with `expected` bytes as a first guess. There is always room for one byte
/// more, which also tells a file that just fits from one that does not.
Reading read_to_end(int descriptor, std::size_t expected, Length known) {
  Reading reading;
  reading.text.resize(expected + 1);
  std::size_t length = 0;
  while (true) {
    if (length == reading.text.size()) reading.text.resize(std::min(2 * length, largest_file + 1));
    const ssize_t count =
        ::read(descriptor, reading.text.data() + length, reading.text.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(errno);
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
    if (length > largest_file) return too_large();
    // Most files are as long as they say, which saves asking for more.
    if (known == Length::told && length == expected && length > 0) break;
  }
  reading.text.resize(length);
  return reading;
}

}  // namespace

Reading read_path(const std::string& path) {
  // Without O_NONBLOCK, opening a named pipe waits for a writer.
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (descriptor.number() < 0) {
    const int code = errno;
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
      return of_other_kind(problem_with_kind(status.st_mode));
    return failed(code);
  }
  struct stat status {};
  if (::fstat(descriptor.number(), &status) != 0) return failed(errno);
  if (auto problem = problem_with_kind(status.st_mode); !problem.empty())
    return of_other_kind(std::move(problem));
  const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (size > largest_file) return too_large();
  return read_to_end(descriptor.number(), size, Length::told);
}

Reading read_standard_input() {
  return read_to_end(STDIN_FILENO, std::size_t{64} * 1024, Length::guessed);
}

}  // namespace corslint
