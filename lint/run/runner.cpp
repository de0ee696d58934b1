#include "lint/run/runner.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lint/run/configuration/unused_entries.h"
#include "lint/run/files.h"
#include "lint/run/outcome.h"
#include "lint/run/reading.h"
#include "lint/run/reported_path.h"
#include "lint/run/workers.h"

namespace corslint {
namespace {

constexpr std::string_view stdin_path = "-";
constexpr std::string_view stdin_name = "<stdin>";

/// What is to be said of files beside the reports, in their order.
void note(RunResult& result, const InputFile& file, const Outcome& outcome, bool explains) {
  if (outcome.is_too_large)
    result.notices.push_back(file.path + ": left out: " + std::string(outcome.left_out));
  else if (explains && !outcome.left_out.empty())
    result.search.left_out.push_back({file.path, std::string(outcome.left_out)});
  if (outcome.is_listed) result.listed.push_back(file.path);
  if (outcome.is_fix_refused)
    result.notices.push_back(file.path + ": not fixed: it has changes that are not staged");
}

/// In the order of reports; outcomes are large, and stay where they were made.
using Outcomes = std::vector<std::unique_ptr<Outcome>>;

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.find_last_of('/') + 1);
}

/// Where the groups of files that one thread takes begin, and the end. Files of one folder ask for
/// the same things around them, which two threads at once would both look for.
std::vector<std::size_t> groups_of(const std::vector<InputFile>& files, std::size_t threads) {
  constexpr std::size_t most_together = 16;
  constexpr std::size_t groups_for_each_thread = 8;
  const auto together =
      std::clamp<std::size_t>(files.size() / (threads * groups_for_each_thread), 1, most_together);
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool begins_here = begins.empty() || i - begins.back() == together ||
                             folder_of(files[i].path) != folder_of(files[i - 1].path);
    if (begins_here) begins.push_back(i);
  }
  begins.push_back(files.size());
  return begins;
}

/// What became of the files; of those that need no linting only what there is to say of them is
/// kept, in `result`, because they are most of all.
Outcomes outcomes_of(std::vector<InputFile>& files, const Conditions& conditions,
                     RunResult& result) {
  const auto places = current_places();
  const auto& options = conditions.options;
  if (options.progress != nullptr) options.progress->files = files.size();
  Outcomes all(files.size());
  const auto threads = worker_count(options.threads);
  const auto groups = groups_of(files, threads);
  for_each_index(groups.size() - 1, threads, [&](std::size_t group) {
    for (auto i = groups[group]; i < groups[group + 1]; ++i) {
      all[i] = std::make_unique<Outcome>(outcome_of(files[i], places, conditions));
      if (options.progress != nullptr) ++options.progress->done;
    }
  });
  for (std::size_t i = 0; i < files.size(); ++i) {
    note(result, files[i], *all[i], options.selection.explain);
    if (all[i]->left_out.empty()) continue;
    if (all[i]->was_read) ++result.files_checked;
    all[i].reset();
  }
  std::erase(all, nullptr);
  return all;
}

std::unique_ptr<Outcome> stdin_outcome(const Conditions& conditions, RunResult& result) {
  const auto& options = conditions.options;
  const auto places = current_places();
  auto path = options.stdin_filename.empty()
                  ? std::string(stdin_name)
                  : reported_path(options.stdin_filename, places.directory, places.root);
  auto reading = read_standard_input();
  if (reading.problem.empty()) result.standard_input = reading.text;
  auto outcome = outcome_of_text("standard input", options.stdin_filename, std::move(path),
                                 std::move(reading), FileOrigin::named, conditions);
  outcome.path = stdin_path;
  return std::make_unique<Outcome>(std::move(outcome));
}

void add(RunResult& result, Outcome&& outcome) {
  if (!outcome.problem.empty()) {
    result.problems.push_back(std::move(outcome.problem));
    return;
  }
  if (outcome.was_read) ++result.files_checked;
  if (!outcome.report) return;
  if (outcome.fixed)
    result.fixes.push_back(
        {std::move(outcome.path), result.files.size(), std::move(*outcome.fixed)});
  result.files.push_back(std::move(*outcome.report));
  result.file_configurations.push_back(outcome.use.configuration);
}

/// Whether everything that the configurations of searched folders are about was looked at.
bool is_whole_search(const FileSelection& selection) {
  return selection.changes == ChangeScope::everything && !selection.exclude &&
         selection.extend_exclude.empty();
}

/// What the configurations themselves give to report.
void add_unused_entries(RunResult& result, const std::vector<EntryUse>& uses,
                        const RunOptions& options, Date today) {
  for (auto& [report, configuration] : unused_entries(
           uses, is_whole_search(options.selection) ? options.paths : std::vector<std::string>(),
           options.lint, today)) {
    const auto same = std::ranges::find(result.files, report.file.path(),
                                        [](const FileReport& file) { return file.file.path(); });
    if (same != result.files.end()) {
      add_diagnostics(*same, std::move(report.diagnostics));
      continue;
    }
    const auto place = std::ranges::lower_bound(
        result.files, report.file.path(), {},
        [](const FileReport& file) { return std::string_view(file.file.path()); });
    const auto index = place - result.files.begin();
    for (auto& fix : result.fixes) {
      if (fix.index >= static_cast<std::size_t>(index)) ++fix.index;
    }
    result.files.insert(place, std::move(report));
    result.file_configurations.insert(result.file_configurations.begin() + index, configuration);
  }
}

/// The selection with the globs of the working directory's configuration, which decide about whole
/// folders; those of other configurations are asked file by file.
FileSelection configured_selection(const RunOptions& options, Configurations& configurations) {
  auto selection = options.selection;
  const auto& [file, configuration, problems] = configurations.of_folder(".");
  if (!file || !problems.empty()) return selection;
  if (!selection.exclude && configuration.exclude)
    selection.exclude = {configuration.folder, *configuration.exclude};
  if (!configuration.extend_exclude.empty())
    selection.extend_exclude.insert(selection.extend_exclude.begin(),
                                    {configuration.folder, configuration.extend_exclude});
  return selection;
}

}  // namespace

RunResult run(const RunOptions& options) {
  std::vector<std::string> paths;
  std::ranges::remove_copy(options.paths, std::back_inserter(paths), stdin_path);
  RunResult result;
  result.configurations = std::make_shared<Configurations>(options.configuration);
  result.search = find_files(paths, configured_selection(options, *result.configurations));
  auto files = std::move(result.search.files);
  result.problems = std::move(result.search.problems);
  result.notices = std::move(result.search.notices);
  Projects projects(options.paths, options.lint.read);
  KnownPatterns known;
  const Conditions conditions{options, projects, *result.configurations, known, today()};
  auto outcomes = outcomes_of(files, conditions, result);
  if (paths.size() < options.paths.size()) outcomes.push_back(stdin_outcome(conditions, result));
  std::ranges::stable_sort(outcomes, {}, [](const auto& outcome) {
    return outcome->report ? std::string_view(outcome->report->file.path()) : std::string_view();
  });
  std::vector<EntryUse> uses;
  for (const auto& outcome : outcomes) {
    const auto* const configuration = outcome->use.configuration;
    if (configuration == nullptr || !configuration->problems.empty()) continue;
    uses.push_back(outcome->use);
    result.checked.push_back({outcome->checked, configuration});
  }
  result.files.reserve(outcomes.size());
  for (auto& outcome : outcomes) add(result, std::move(*outcome));
  add_unused_entries(result, uses, options, conditions.today);
  if (is_whole_search(options.selection))
    std::ranges::move(unused_policy_entries(uses, options.paths),
                      std::back_inserter(result.notices));
  for (const auto* loaded : result.configurations->found()) {
    if (!loaded->problems.empty()) result.broken_files.push_back({*loaded->file, loaded->problems});
  }
  std::ranges::move(result.configurations->notices(), std::back_inserter(result.notices));
  return result;
}

}  // namespace corslint
