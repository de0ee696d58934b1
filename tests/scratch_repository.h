#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/scratch_folder.h"

namespace corslint::test {

/// A new empty git repository in a scratch folder, with an author and a branch `main`, untouched by
/// the configuration of who runs the tests.
class ScratchRepository {
 public:
  ScratchRepository();

  /// Runs git in the repository, or in a folder of it, and gives its output; throws where it fails.
  std::string git(const std::vector<std::string>& arguments, const std::string& below = {}) const;

  /// Commits everything that is not ignored.
  void commit_all() const;

  std::string path() const { return folder_.path(); }
  std::string operator/(std::string_view name) const { return folder_ / name; }
  std::string write(std::string_view name, std::string_view content) const {
    return folder_.write(name, content);
  }

 private:
  ScratchFolder folder_;
};

}  // namespace corslint::test
