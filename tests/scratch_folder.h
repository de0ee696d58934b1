#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace corslint::test {

/// A new empty folder outside of any repository, which goes with everything in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ScratchFolder(ScratchFolder&&) = delete;
  ScratchFolder& operator=(ScratchFolder&&) = delete;

  std::string path() const { return path_.string(); }

  /// The path of `name` in the folder.
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

  /// Writes a file, with the folders that it needs, and returns its path.
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

/// All bytes of a file; throws where it cannot be read.
std::string content_of_file(const std::string& path);

}  // namespace corslint::test
