#include "lint/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "lint/report/printable.h"
#include "lint/run/environment_error.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

/// The error number of the first failure, 0 for none.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

[[noreturn]] void fail(const std::string& what, int code) {
  throw EnvironmentError(printable(what) +
                         ": cannot be written: " + std::generic_category().message(code));
}

/// The permissions that the new file gets: those of the file that it replaces, or the usual ones.
mode_t permissions_for(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 0777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// Writes and closes; the error number of the first failure, 0 for none.
int write_and_close(int descriptor, std::string_view text) {
  const int code = write_all(descriptor, text);
  const bool closed = ::close(descriptor) == 0;
  return code == 0 && !closed ? errno : code;
}

void write_directly(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) fail(path, errno);
  const int code = write_and_close(descriptor, text);
  if (code != 0 && code != EPIPE) fail(path, code);
}

void write_and_rename(const std::string& path, std::string_view text) {
  auto temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) fail(path, errno);
  const bool permitted = ::fchmod(descriptor, permissions_for(path)) == 0;
  int code = permitted ? 0 : errno;
  const int written = write_and_close(descriptor, text);
  if (code == 0) code = written;
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code == 0) return;
  ::unlink(temporary.c_str());
  fail(path, code);
}

}  // namespace

void write_standard_output(std::string_view text) {
  const int code = write_all(STDOUT_FILENO, text);
  if (code != 0 && code != EPIPE) fail("standard output", code);
}

void write_standard_error(std::string_view text) {
  (void)write_all(STDERR_FILENO, text);
}

void write_message(std::string_view text) {
  write_standard_error("corslint: " + printable(text) + '\n');
}

void write_file(const std::string& path, std::string_view text) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    write_directly(path, text);
    return;
  }
  // Where the path is a link, the file that it leads to is replaced and the link stays.
  const auto target = fs::exists(status) ? fs::canonical(path, error).string() : path;
  write_and_rename(error ? path : target, text);
}

}  // namespace corslint
