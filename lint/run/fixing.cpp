#include "lint/run/fixing.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "lint/run/atomic_write.h"
#include "lint/run/unified_diff.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stdin_path = "-";

std::string path_in_patch(const std::string& path, const fs::path& directory) {
  const auto absolute = (directory / path).lexically_normal();
  const auto relative = absolute.lexically_relative(directory);
  if (!relative.empty() && *relative.begin() != "..") return relative.generic_string();
  return absolute.relative_path().generic_string();
}

/// Why the file was not changed; empty if it was.
std::string problem_with(const FileFix& fix, RunResult& result,
                         const std::vector<std::string>& roots) {
  const auto text = fix.fixed.remaining.file.text();
  if (fix.path == stdin_path) {
    result.standard_input = std::string(text);
    return {};
  }
  return replace_file(fix.path, result.files[fix.index].file.text(), text, roots);
}

}  // namespace

FixFigures figures_of(const std::vector<FileFix>& fixes) {
  FixFigures figures{.files = fixes.size()};
  for (const auto& fix : fixes) figures.findings += fix.fixed.gone;
  return figures;
}

void apply_fixes(RunResult& result, const std::vector<std::string>& paths) {
  std::vector<std::string> named;
  std::ranges::remove_copy(paths, std::back_inserter(named), stdin_path);
  const auto roots = writable_roots(named);
  std::erase_if(result.fixes, [&](FileFix& fix) {
    const auto problem = problem_with(fix, result, roots);
    if (!problem.empty()) {
      result.problems.push_back(fix.path + ": " + problem);
      return true;
    }
    if (!fix.fixed.settled)
      result.notices.push_back(fix.path + ": more may be fixed; run it again");
    result.files[fix.index] = std::move(fix.fixed.remaining);
    return false;
  });
}

std::string patch_of(const RunResult& result, const std::string& stdin_filename) {
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  std::string patch;
  for (const auto& fix : result.fixes) {
    const auto name = stdin_filename.empty() ? std::string("stdin") : stdin_filename;
    const auto path = path_in_patch(fix.path == stdin_path ? name : fix.path, directory);
    patch +=
        unified_diff(path, result.files[fix.index].file.text(), fix.fixed.remaining.file.text());
  }
  return patch;
}

}  // namespace corslint
