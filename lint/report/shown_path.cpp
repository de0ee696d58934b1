#include <filesystem>

#include "lint/report/report.h"

namespace corslint {
namespace {

/// CI servers take a line that begins with colons for a command, so that no name may begin one.
std::string as_line_start(std::string path) {
  const auto first = path.find_first_not_of(" \t");
  const bool begins_command = first != std::string::npos && path[first] == ':';
  return begins_command ? "./" + path : path;
}

}  // namespace

std::string shown_path(const Report& report, const SourceFile& file) {
  const auto& path = file.path();
  // Paths that were left as they were given are seen from the folder already.
  const bool is_in_root = !path.starts_with('/') && !path.starts_with("..") && path != "<stdin>";
  if (report.folder.empty() || !is_in_root) return as_line_start(path);
  return as_line_start(
      std::filesystem::path(path).lexically_relative(report.folder).generic_string());
}

}  // namespace corslint
