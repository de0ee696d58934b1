#include "lint/run/atomic_write.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <system_error>
#include <unistd.h>

#include "lint/run/reading.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

std::string failure(std::string_view what, int code) {
  return "cannot be fixed: " + std::string(what) + ": " + std::generic_category().message(code);
}

/// Holds back what would end the program halfway. A file size limit shows as an error of the
/// writing.
class HeldSignals {
 public:
  HeldSignals() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGXFSZ, &ignore, &size_limit_before_);
  }
  ~HeldSignals() {
    ::sigaction(SIGXFSZ, &size_limit_before_, nullptr);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  HeldSignals(HeldSignals&&) = delete;
  HeldSignals& operator=(HeldSignals&&) = delete;

 private:
  sigset_t before_{};
  struct sigaction size_limit_before_ {};
};

/// A new file in a folder, which goes unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& folder)
      : path_((folder / ".corslint-XXXXXX").string()),
        descriptor_(::mkostemp(path_.data(), O_CLOEXEC)),
        error_(descriptor_ < 0 ? errno : 0) {}
  ~TemporaryFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile(TemporaryFile&&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;

  const std::string& path() const { return path_; }
  int descriptor() const { return descriptor_; }

  /// The error number of its making, 0 for none.
  int error() const { return error_; }

  bool rename_to(const std::string& target) {
    renamed_ = ::rename(path_.c_str(), target.c_str()) == 0;
    return renamed_;
  }

 private:
  std::string path_;
  int descriptor_;
  int error_;
  bool renamed_ = false;
};

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Access lists are attributes too. A file system without any says so, which is no failure.
bool copy_attributes(const std::string& from, int to) {
  std::string names(
      static_cast<std::size_t>(std::max<ssize_t>(::listxattr(from.c_str(), nullptr, 0), 0)), '\0');
  const ssize_t length = ::listxattr(from.c_str(), names.data(), names.size());
  names.resize(static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  for (std::size_t begin = 0; begin < names.size(); begin = names.find('\0', begin) + 1) {
    const char* const name = names.c_str() + begin;
    const ssize_t size = ::getxattr(from.c_str(), name, nullptr, 0);
    if (size < 0) continue;
    std::string value(static_cast<std::size_t>(size), '\0');
    if (::getxattr(from.c_str(), name, value.data(), value.size()) != size) return false;
    // What the system keeps for itself (security labels) comes with the new file.
    const bool is_kept = ::fsetxattr(to, name, value.data(), value.size(), 0) == 0;
    if (!is_kept && std::string_view(name).starts_with("system.")) return false;
  }
  return true;
}

/// Gives the new file what the old one has besides its content; the error's text, empty for none.
std::string take_over(const std::string& target, const struct stat& old, int descriptor) {
  struct stat made {};
  if (::fstat(descriptor, &made) != 0) return failure("temporary file", errno);
  const bool same_owner = made.st_uid == old.st_uid && made.st_gid == old.st_gid;
  if (!same_owner && ::fchown(descriptor, old.st_uid, old.st_gid) != 0)
    return failure("its owner cannot be kept", errno);
  if (::fchmod(descriptor, old.st_mode & 07777U) != 0)
    return failure("its permissions cannot be kept", errno);
  if (!copy_attributes(target, descriptor))
    return failure("its extended attributes cannot be kept", errno);
  return {};
}

bool is_same_state(const struct stat& left, const struct stat& right) {
  return left.st_dev == right.st_dev && left.st_ino == right.st_ino &&
         left.st_size == right.st_size && left.st_mtim.tv_sec == right.st_mtim.tv_sec &&
         left.st_mtim.tv_nsec == right.st_mtim.tv_nsec &&
         left.st_ctim.tv_sec == right.st_ctim.tv_sec &&
         left.st_ctim.tv_nsec == right.st_ctim.tv_nsec;
}

std::string changed_meanwhile() {
  return "was not fixed: it has changed since it was read";
}

/// Makes a renaming last. A folder that cannot be synchronised is no reason to take it back.
void synchronise(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  (void)::fsync(descriptor);
  ::close(descriptor);
}

bool reads_back(const std::string& path, std::string_view text) {
  const auto reading = read_path(path);
  return reading.problem.empty() && reading.text == text;
}

std::string write_and_rename(const std::string& target, const struct stat& old,
                             std::string_view text) {
  const auto folder = fs::path(target).parent_path();
  const HeldSignals held;
  TemporaryFile temporary(folder);
  if (temporary.error() != 0)
    return failure("no file can be written in its folder", temporary.error());
  if (!write_all(temporary.descriptor(), text))
    return failure("the new text cannot be written", errno);
  if (!reads_back(temporary.path(), text))
    return "cannot be fixed: the new text does not read back as it was written";
  if (auto problem = take_over(target, old, temporary.descriptor()); !problem.empty())
    return problem;
  if (::fsync(temporary.descriptor()) != 0) return failure("the new text cannot be written", errno);
  struct stat now {};
  if (::stat(target.c_str(), &now) != 0 || !is_same_state(old, now)) return changed_meanwhile();
  if (!temporary.rename_to(target)) return failure("it cannot be replaced", errno);
  synchronise(folder);
  return {};
}

/// Why the file must not be replaced; empty if it may. What is marked read-only stays, also for the
/// superuser, who could write it.
std::string problem_with_writing(const fs::path& target, const struct stat& status) {
  constexpr mode_t writable = 0222;
  if ((status.st_mode & writable) == 0) return "cannot be fixed: it is read-only";
  struct stat folder {};
  if (::stat(target.parent_path().c_str(), &folder) == 0 && (folder.st_mode & writable) == 0)
    return "cannot be fixed: its folder is read-only";
  if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
    return failure("it cannot be written", errno);
  return {};
}

bool lies_under(const fs::path& path, const fs::path& folder) {
  const auto relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

std::vector<std::string> writable_roots(const std::vector<std::string>& paths) {
  std::vector<std::string> roots;
  for (const fs::path path : paths) {
    std::error_code error;
    const auto folder = fs::is_directory(path, error) ? path : path.parent_path();
    const auto root = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
    if (!error) roots.push_back(root.string());
  }
  return roots;
}

std::string replace_file(const std::string& path, std::string_view expected, std::string_view text,
                         const std::vector<std::string>& roots) {
  std::error_code error;
  const auto target = fs::canonical(path, error);
  if (error) return "cannot be fixed: " + error.message();
  if (std::ranges::none_of(roots, [&](const auto& root) { return lies_under(target, root); }))
    return "was not fixed: it leads to `" + target.string() +
           "`, which lies outside of the given paths";
  struct stat old {};
  if (::stat(target.c_str(), &old) != 0) return failure("its state", errno);
  if (auto problem = problem_with_writing(target, old); !problem.empty()) return problem;
  const auto reading = read_path(target.string());
  if (!reading.problem.empty()) return reading.problem;
  if (reading.text != expected) return changed_meanwhile();
  if (text == expected) return {};
  return write_and_rename(target.string(), old, text);
}

}  // namespace corslint
