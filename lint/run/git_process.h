#pragma once

#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace corslint {

/// What a call of git gave. `complaint` is what it wrote to standard error.
struct GitAnswer {
  enum class Outcome { answered, refused, missing };
  Outcome outcome = Outcome::missing;
  std::string output = {};
  std::string complaint = {};

  bool is_given() const { return outcome == Outcome::answered; }
  /// The first line of the complaint, as the end of a sentence.
  std::string reason() const;
};

/// A running git. It is started without a shell, in a folder, and knows that folder's repository
/// from the folder alone: what a hook's environment says of another repository does not reach it,
/// and the index that a hook names does only where it belongs to this one. It runs no programs that
/// a repository's configuration names for watching files or showing differences, takes no locks and
/// fetches nothing.
class GitProcess {
 public:
  /// `input` is what it finds on standard input.
  GitProcess(const std::string& folder, const std::vector<std::string>& arguments,
             std::string_view input = {});
  ~GitProcess();
  GitProcess(const GitProcess&) = delete;
  GitProcess& operator=(const GitProcess&) = delete;
  GitProcess(GitProcess&&) = delete;
  GitProcess& operator=(GitProcess&&) = delete;

  /// Waits for its end; once.
  GitAnswer answer();

 private:
  pid_t process_ = -1;
  int output_ = -1;
  int complaint_ = -1;
  GitAnswer::Outcome outcome_ = GitAnswer::Outcome::refused;
};

/// Calls git and waits for it.
GitAnswer ask_git(const std::string& folder, const std::vector<std::string>& arguments,
                  std::string_view input = {});

}  // namespace corslint
