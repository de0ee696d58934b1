#include "lint/run/path_target.h"

#include <cerrno>
#include <sys/stat.h>

namespace corslint {

PathTarget target_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return errno == ENOENT || errno == ENOTDIR ? PathTarget::nothing : PathTarget::unknown;
  if (S_ISREG(status.st_mode)) return PathTarget::file;
  return S_ISDIR(status.st_mode) ? PathTarget::folder : PathTarget::other;
}

}  // namespace corslint
