#include "lint/run/folder_entries.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>

namespace corslint {
namespace {

FolderEntry::Kind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return FolderEntry::Kind::file;
  if (S_ISDIR(mode)) return FolderEntry::Kind::folder;
  return S_ISLNK(mode) ? FolderEntry::Kind::link : FolderEntry::Kind::other;
}

FolderEntry::Kind kind_of(DIR* folder, const dirent& entry) {
  switch (entry.d_type) {
    case DT_REG:
      return FolderEntry::Kind::file;
    case DT_DIR:
      return FolderEntry::Kind::folder;
    case DT_LNK:
      return FolderEntry::Kind::link;
    case DT_UNKNOWN:
      break;
    default:
      return FolderEntry::Kind::other;
  }
  struct stat status {};
  if (::fstatat(::dirfd(folder), &entry.d_name[0], &status, AT_SYMLINK_NOFOLLOW) != 0)
    return FolderEntry::Kind::other;
  return kind_of_mode(status.st_mode);
}

}  // namespace

FolderEntries folder_entries(const std::string& path, std::size_t most) {
  FolderEntries result;
  DIR* const folder = ::opendir(path.c_str());
  if (folder == nullptr) {
    result.error = errno;
    return result;
  }
  while (result.entries.size() < most) {
    errno = 0;
    const dirent* const entry = ::readdir(folder);
    if (entry == nullptr) {
      result.error = errno;
      result.is_whole = errno == 0;
      break;
    }
    const std::string_view name(&entry->d_name[0]);
    if (name == "." || name == "..") continue;
    result.entries.push_back({std::string(name), kind_of(folder, *entry)});
  }
  ::closedir(folder);
  return result;
}

}  // namespace corslint
