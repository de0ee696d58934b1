#include "tests/scratch_repository.h"

#include <stdexcept>

#include "tests/process.h"

namespace corslint::test {

ScratchRepository::ScratchRepository() {
  git({"init", "--quiet", "--initial-branch=main"});
  git({"config", "user.name", "Test"});
  git({"config", "user.email", "test@example.com"});
  git({"config", "commit.gpgsign", "false"});
}

std::string ScratchRepository::git(const std::vector<std::string>& arguments,
                                   const std::string& below) const {
  std::vector<std::string> words{"git", "-C", below.empty() ? path() : folder_ / below};
  words.insert(words.end(), arguments.begin(), arguments.end());
  auto result = run_process(
      "/usr/bin/env", words,
      {.environment = {{"GIT_CONFIG_GLOBAL", "/dev/null"}, {"GIT_CONFIG_SYSTEM", "/dev/null"}}});
  if (result.status != 0) throw std::runtime_error("git failed: " + result.standard_error);
  return std::move(result.standard_output);
}

void ScratchRepository::commit_all() const {
  git({"add", "--all"});
  git({"commit", "--quiet", "--message=all"});
}

}  // namespace corslint::test
