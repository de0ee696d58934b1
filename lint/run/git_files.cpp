#include "lint/run/git_files.h"

#include <algorithm>
#include <utility>

#include "lint/run/git_process.h"

namespace corslint {
namespace {

/// Calls `visit` with each record of a text in which a NUL ends one.
template <typename Visit>
void for_each_record(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\0'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// What the first digits of a mode mean in git's index.
GitEntry::Kind kind_of_mode(std::string_view mode) {
  if (mode.starts_with("120")) return GitEntry::Kind::link;
  if (mode.starts_with("160")) return GitEntry::Kind::submodule;
  return GitEntry::Kind::file;
}

/// Visits the records of `ls-files --stage`: "100644 OBJECT STAGE\tPATH". A path with a conflict
/// stands there more than once, one after the other.
void visit_tracked(std::string_view output, const GitEntryVisitor& visit) {
  std::string_view last;
  for_each_record(output, [&](std::string_view record) {
    const auto tab = record.find('\t');
    if (tab == std::string_view::npos) return;
    const auto path = record.substr(tab + 1);
    if (path == last) return;
    last = path;
    visit({.path = path, .kind = kind_of_mode(record)});
  });
}

void visit_untracked(std::string_view output, const GitEntryVisitor& visit) {
  for_each_record(output, [&](std::string_view path) {
    const bool is_repository = path.ends_with('/');
    if (is_repository) path.remove_suffix(1);
    visit({.path = path,
           .kind = is_repository ? GitEntry::Kind::repository : GitEntry::Kind::unknown,
           .tracking = Tracking::untracked});
  });
}

/// The folders that git complains about: "warning: could not open directory 'a/': Permission
/// denied".
std::vector<std::string> unreadable_folders(std::string_view complaint) {
  constexpr std::string_view prefix = "warning: could not open directory '";
  constexpr std::string_view middle = "': ";
  std::vector<std::string> lines;
  while (!complaint.empty()) {
    auto line = complaint.substr(0, complaint.find('\n'));
    complaint.remove_prefix(std::min(line.size() + 1, complaint.size()));
    const auto end = line.rfind(middle);
    if (!line.starts_with(prefix) || end == std::string_view::npos) continue;
    const auto folder = line.substr(prefix.size(), end - prefix.size());
    lines.push_back(std::string(folder) +
                    ": cannot be read: " + std::string(line.substr(end + middle.size())));
  }
  return lines;
}

const std::vector<std::string>& untracked_command() {
  static const std::vector<std::string> command{"ls-files", "-z", "--others", "--exclude-standard"};
  return command;
}

}  // namespace

GitListing list_files(const std::string& folder, const GitEntryVisitor& visit) {
  // The search for what is not tracked takes long; it runs while the index is read.
  GitProcess untracked_process(folder, untracked_command());
  const auto tracked = ask_git(folder, {"ls-files", "-z", "--cached", "--stage"});
  if (tracked.is_given()) visit_tracked(tracked.output, visit);
  const auto untracked = untracked_process.answer();
  if (!tracked.is_given()) return {.refusal = tracked.reason()};
  if (!untracked.is_given()) return {.refusal = untracked.reason()};
  visit_untracked(untracked.output, visit);
  return {.unreadable = unreadable_folders(untracked.complaint)};
}

GitListing list_untracked_files(const std::string& folder, const GitEntryVisitor& visit) {
  const auto untracked = ask_git(folder, untracked_command());
  if (!untracked.is_given()) return {.refusal = untracked.reason()};
  visit_untracked(untracked.output, visit);
  return {.unreadable = unreadable_folders(untracked.complaint)};
}

std::vector<std::string> ignored_paths(const std::string& folder) {
  const auto answer = ask_git(
      folder, {"ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"});
  std::vector<std::string> paths;
  for_each_record(answer.output, [&](std::string_view path) { paths.emplace_back(path); });
  return paths;
}

bool is_ignored(const std::string& folder) {
  return ask_git(folder, {"check-ignore", "--quiet", "."}).is_given();
}

}  // namespace corslint
