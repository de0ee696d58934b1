#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "lint/run/environment_error.h"
#include "lint/run/git_environment.h"
#include "lint/run/git_files.h"
#include "lint/run/git_process.h"

namespace corslint {
namespace {

using Arguments = std::vector<std::string>;

/// One line of `git diff --raw`: ":100644 100644 OLD NEW M", and the path in the next record.
struct RawChange {
  std::string_view mode;
  std::string_view blob;
  std::string_view path;
};

std::string_view record_at(std::string_view& text) {
  const auto record = text.substr(0, text.find('\0'));
  text.remove_prefix(std::min(record.size() + 1, text.size()));
  return record;
}

std::string_view word_at(std::string_view text, int number) {
  for (; number > 0; --number) {
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos) return {};
    text.remove_prefix(blank + 1);
  }
  return text.substr(0, text.find(' '));
}

std::vector<RawChange> raw_changes(std::string_view output) {
  std::vector<RawChange> changes;
  while (!output.empty()) {
    const auto heading = record_at(output);
    const auto path = record_at(output);
    changes.push_back({word_at(heading, 1), word_at(heading, 3), path});
  }
  return changes;
}

Arguments diff_command(const Arguments& more) {
  Arguments command{
      "diff",          "--raw",         "-z",         "--no-abbrev", "--no-renames",
      "--no-ext-diff", "--no-textconv", "--no-color", "--relative",  "--ignore-submodules=all"};
  command.insert(command.end(), more.begin(), more.end());
  return command;
}

std::string option_of(const FileSelection& selection) {
  switch (selection.changes) {
    case ChangeScope::staged:
      return "--staged";
    case ChangeScope::since:
      return "--since " + selection.since;
    case ChangeScope::changed:
    case ChangeScope::everything:
      break;
  }
  return "--changed";
}

[[noreturn]] void refuse(const FileSelection& selection, const std::string& reason) {
  throw EnvironmentError(option_of(selection) + ": " + reason);
}

GitAnswer wanted(const std::string& folder, const Arguments& arguments,
                 const FileSelection& selection) {
  auto answer = ask_git(folder, arguments);
  if (!answer.is_given()) refuse(selection, answer.reason());
  return answer;
}

std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

GitEntry::Kind kind_of(const RawChange& change) {
  return change.mode.starts_with("120") ? GitEntry::Kind::link : GitEntry::Kind::file;
}

void visit_changes(std::string_view output, const GitEntryVisitor& visit) {
  for (const auto& change : raw_changes(output))
    visit({.path = change.path, .kind = kind_of(change)});
}

/// What is staged; where the work tree holds something else, with the staged text's object.
void visit_staged(const std::string& folder, const FileSelection& selection,
                  const GitEntryVisitor& visit) {
  const auto staged = wanted(folder, diff_command({"--cached", "--diff-filter=d"}), selection);
  if (staged.output.empty()) return;
  const auto unstaged = wanted(folder, diff_command({}), selection);
  std::set<std::string_view> differing;
  for (const auto& change : raw_changes(unstaged.output)) differing.insert(change.path);
  for (const auto& change : raw_changes(staged.output)) {
    const auto kind = kind_of(change);
    const bool is_partly_staged = kind == GitEntry::Kind::file && differing.contains(change.path);
    visit({.path = change.path,
           .kind = kind,
           .blob = is_partly_staged ? change.blob : std::string_view()});
  }
}

/// The commit at which this branch left the revision.
std::string merge_base(const std::string& folder, const FileSelection& selection) {
  const auto commit = ask_git(folder, {"rev-parse", "--verify", "--quiet", "--end-of-options",
                                       selection.since + "^{commit}"});
  if (!commit.is_given())
    refuse(selection, "git knows no such commit here; a fresh clone may have to fetch it first");
  const auto base = ask_git(folder, {"merge-base", without_line_end(commit.output), "HEAD"});
  if (!base.is_given())
    refuse(selection,
           "it has no history in common with HEAD here; a shallow clone has to fetch more of it");
  return without_line_end(base.output);
}

}  // namespace

GitListing list_changed_files(const std::string& folder, const FileSelection& selection,
                              const GitEntryVisitor& visit) {
  if (!is_in_repository(folder)) refuse(selection, "`" + folder + "` is in no git repository");
  if (selection.changes == ChangeScope::staged) {
    visit_staged(folder, selection, visit);
    return {};
  }
  if (selection.changes == ChangeScope::changed &&
      !ask_git(folder, {"rev-parse", "--verify", "--quiet", "HEAD"}).is_given()) {
    // Before the first commit everything is new.
    auto listing = list_files(folder, visit);
    if (!listing.refusal.empty()) refuse(selection, listing.refusal);
    return listing;
  }
  const auto base =
      selection.changes == ChangeScope::since ? merge_base(folder, selection) : std::string("HEAD");
  const auto changed = wanted(folder, diff_command({"--diff-filter=d", base}), selection);
  visit_changes(changed.output, visit);
  return list_untracked_files(folder, visit);
}

std::vector<std::string> texts_of_blobs(const std::string& folder,
                                        const std::vector<std::string>& blobs) {
  if (blobs.empty()) return {};
  std::string input;
  for (const auto& blob : blobs) input.append(blob).append(1, '\n');
  const auto answer = ask_git(folder, {"cat-file", "--batch"}, input);
  std::vector<std::string> texts;
  std::string_view rest = answer.output;
  for (const auto& blob : blobs) {
    // "OBJECT blob SIZE\n", the text, "\n"
    const auto heading = rest.substr(0, rest.find('\n'));
    const auto digits = word_at(heading, 2);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (error != std::errc() || rest.size() < heading.size() + 1 + size)
      throw EnvironmentError("git cannot give the staged text " + blob + ": " + answer.reason());
    texts.emplace_back(rest.substr(heading.size() + 1, size));
    rest.remove_prefix(std::min(heading.size() + size + 2, rest.size()));
  }
  return texts;
}

}  // namespace corslint
