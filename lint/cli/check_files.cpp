#include "lint/cli/check_files.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

#include "lint/report/counted.h"
#include "lint/report/printable.h"
#include "lint/run/environment_error.h"

namespace corslint {
namespace {

bool has_control_character(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return (c >= '\0' && c < ' ') || c == '\x7F'; });
}

ChangeScope change_scope(const FileArguments& arguments) {
  if (arguments.staged && (arguments.changed || !arguments.since.empty()))
    throw EnvironmentError("--staged and " +
                           std::string(arguments.changed ? "--changed" : "--since") +
                           " ask for different changes; give one of them");
  if (arguments.staged) return ChangeScope::staged;
  if (!arguments.since.empty()) return ChangeScope::since;
  return arguments.changed ? ChangeScope::changed : ChangeScope::everything;
}

/// The endings that most files of other kinds have.
std::string other_kinds_line(const RunResult& result) {
  constexpr std::size_t most_shown = 8;
  std::vector<std::pair<std::size_t, std::string>> kinds;
  std::size_t total = 0;
  for (const auto& [ending, count] : result.search.other_kinds) {
    kinds.emplace_back(count, ending);
    total += count;
  }
  if (total == 0) return {};
  std::ranges::sort(kinds, [](const auto& a, const auto& b) {
    return std::pair(b.first, a.second) < std::pair(a.first, b.second);
  });
  std::string line =
      counted(total, "file is", "files are") + " neither TOML nor JSON nor an env file:";
  for (std::size_t i = 0; i < std::min(kinds.size(), most_shown); ++i)
    line.append(i == 0 ? " " : ", ").append(std::to_string(kinds[i].first) + ' ' + kinds[i].second);
  return kinds.size() > most_shown ? line + ", ..." : line;
}

std::string joined_paths(const std::vector<std::string>& paths) {
  constexpr std::size_t most_shown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(paths.size(), most_shown); ++i)
    text.append(i == 0 ? "`" : ", `").append(paths[i]).append(1, '`');
  if (paths.size() > most_shown) text += ", ...";
  return text;
}

}  // namespace

FileSelection file_selection(const FileArguments& arguments) {
  FileSelection selection;
  if (!arguments.exclude.empty()) selection.exclude = GlobList{.globs = arguments.exclude};
  if (!arguments.extend_exclude.empty())
    selection.extend_exclude.push_back({.globs = arguments.extend_exclude});
  selection.force_exclude = arguments.force_exclude;
  selection.no_ignore = arguments.no_ignore;
  selection.hidden = arguments.hidden;
  selection.changes = change_scope(arguments);
  selection.since = arguments.since;
  return selection;
}

std::string shown_files(const RunResult& result) {
  std::string text;
  for (const auto& path : result.listed)
    text.append(has_control_character(path) ? printable(path) : path).append(1, '\n');
  return text;
}

std::vector<std::string> left_out_lines(const RunResult& result) {
  auto left_out = result.search.left_out;
  std::ranges::sort(left_out, {}, &LeftOut::path);
  std::vector<std::string> lines;
  lines.reserve(left_out.size() + 1);
  for (const auto& [path, reason] : left_out)
    lines.push_back(std::string(path).append(": left out: ").append(reason));
  if (auto line = other_kinds_line(result); !line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> nothing_found_lines(const RunOptions& options, const RunResult& result) {
  if (!result.files.empty() || !result.problems.empty() || result.standard_input) return {};
  // Where a configuration could not be read, its files were not judged.
  if (!result.broken_files.empty()) return {};
  const auto seen = result.search.seen;
  const auto places = joined_paths(options.paths);
  if (options.selection.changes != ChangeScope::everything)
    return {"No changed file has a CORS policy: " + counted(seen, "file", "files") +
            " changed in " + places + ", of which " + counted(result.files_checked, "is", "are") +
            " TOML, JSON or env by name"};
  const auto is_folder = [](const std::string& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
  };
  if (result.files_checked == 0 && seen == 0)
    return {"Nothing was linted: there is no file in " + places +
            ", or all of them are left out (`--show-files -v` says why)"};
  if (std::ranges::none_of(options.paths, is_folder)) return {};
  return {"Looked at " + counted(seen, "file", "files") + " in " + places + ": " +
              counted(result.files_checked, "is", "are") +
              " TOML, JSON or env by name, and none has a CORS policy",
          "A policy is a table `cors`, keys such as `allow_origins`, a variable such as "
          "`CORS_ORIGINS`, or a product's own form; the README lists them",
          "`--show-files -v` says why a file was left out; one that is named is linted whatever it "
          "is called"};
}

}  // namespace corslint
