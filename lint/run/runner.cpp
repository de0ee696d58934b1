#include "lint/run/runner.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "lint/project/projects.h"
#include "lint/run/configuration/settings.h"
#include "lint/run/configuration/unused_entries.h"
#include "lint/run/cors_mention.h"
#include "lint/run/files.h"
#include "lint/run/reading.h"
#include "lint/run/reported_path.h"
#include "rules/pattern/known_patterns.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stdin_path = "-";
constexpr std::string_view stdin_name = "<stdin>";

/// What became of one input: a report, with what fixes make of it, or a reason why there is none:
/// `problem` where that makes the run incomplete, `left_out` where it does not.
struct Outcome {
  std::optional<FileReport> report = {};
  std::string problem = {};
  std::string_view left_out = {};
  bool was_read = true;
  bool is_too_large = false;
  bool is_listed = false;
  bool is_fix_refused = false;
  std::string path = {};  ///< the path that opens it
  std::optional<FixedFile> fixed = {};
  std::string checked = {};  ///< the path that it is reported under
  EntryUse use = {};         ///< what it has to do with its configuration
};

bool has_content(const FileReport& report) {
  return !report.policies.empty() || !report.diagnostics.empty() || !report.silenced.empty();
}

/// What every file of a run is linted with.
struct Conditions {
  const RunOptions& options;
  Projects& projects;
  Configurations& configurations;
  KnownPatterns& known;
  Date today;
};

/// What fixes make of a file; nothing where they leave it as it is.
std::optional<FixedFile> fixed_if_changed(const FileReport& report, Format format,
                                          const FileSettings& settings,
                                          const Neighbourhood& neighbourhood,
                                          const Conditions& conditions) {
  const auto& scope = conditions.options.fix;
  if (!scope) return std::nullopt;
  auto fixed = fixed_file(report, format, *scope, [&](SourceFile file) {
    return lint_with(settings, std::move(file), format, neighbourhood, conditions.known);
  });
  if (fixed.remaining.file.text() == report.file.text()) return std::nullopt;
  return fixed;
}

bool is_configuration(std::string_view path) {
  return is_configuration_name(path.substr(path.find_last_of('/') + 1));
}

FileSettings settings_of(const std::string& location, const Conditions& conditions) {
  return settings_for(conditions.configurations, location, conditions.options.lint,
                      conditions.today);
}

/// Whether a text is worth reading: it says something about CORS, or sets a variable that the
/// configuration knows.
bool may_concern_cors(std::string_view text, const std::string& location,
                      const Conditions& conditions) {
  if (mentions_cors(text)) return true;
  const auto& known = conditions.configurations.around(location).configuration.env_names;
  return std::ranges::any_of(known, [&](const auto& variable) {
    return text.find(variable.first) != std::string_view::npos;
  });
}

/// Why a discovered input needs no linting; nothing where it does, or could not be read.
std::optional<Outcome> passed_over(const Reading& reading, const std::string& location,
                                   const Conditions& conditions) {
  switch (reading.obstacle) {
    case Obstacle::gone:
      return Outcome{.left_out = "it is not there (any more)", .was_read = false};
    case Obstacle::other_kind:
      return Outcome{.left_out = "it is no regular file", .was_read = false};
    case Obstacle::too_large:
      return Outcome{
          .left_out = "it is larger than any policy", .was_read = false, .is_too_large = true};
    case Obstacle::failure:
      return std::nullopt;
    case Obstacle::none:
      break;
  }
  if (may_concern_cors(reading.text, location, conditions)) return std::nullopt;
  return Outcome{.left_out = "nothing in it is about CORS"};
}

/// Lints a text under its reported path; `name` is what a problem with it is said of, `location`
/// the path that tells what lies beside it, which may be empty.
Outcome linted(const std::string& name, const std::string& location, std::string path,
               Reading reading, FileOrigin origin, const Conditions& conditions) {
  if (!reading.problem.empty()) return {.problem = name + ": " + reading.problem};
  const auto settings = settings_of(location, conditions);
  const bool may_be_excluded =
      origin == FileOrigin::discovered || conditions.options.selection.force_exclude;
  if (may_be_excluded && is_excluded(settings, conditions.options.selection))
    return {.left_out = "its configuration excludes it", .was_read = false};
  if (conditions.options.only_lists) return {.is_listed = true, .path = name};
  Outcome outcome{.path = name,
                  .checked = path,
                  .use = {.configuration = settings.configuration, .path = settings.path}};
  if (!settings.configuration->problems.empty() || is_configuration(path)) return outcome;
  const auto format = format_of(path).value_or(guessed_format(reading.text));
  const auto neighbourhood =
      location.empty() ? Neighbourhood{} : conditions.projects.around(location, format);
  auto report = lint_with(settings, SourceFile(std::move(path), std::move(reading.text)), format,
                          neighbourhood, conditions.known);
  outcome.use.used_ignores = report.used_ignores;
  if (!has_content(report)) return outcome;
  outcome.fixed = fixed_if_changed(report, format, settings, neighbourhood, conditions);
  outcome.report = std::move(report);
  return outcome;
}

/// Where paths start from, and the root that they are reported from.
struct Places {
  fs::path directory;
  fs::path root;
};

Places current_places() {
  std::error_code ignored;
  auto directory = fs::current_path(ignored);
  auto root = repository_root(directory);
  return {std::move(directory), std::move(root)};
}

/// Reads and lints a file; most of those in a folder need no more than a look at their bytes.
Outcome outcome_of(InputFile& file, const Places& places, const Conditions& conditions) {
  const bool is_staged_text = file.staged_text.has_value();
  auto reading =
      is_staged_text ? Reading{.text = std::move(*file.staged_text)} : read_path(file.path);
  if (file.origin == FileOrigin::discovered)
    if (auto outcome = passed_over(reading, file.path, conditions)) return *std::move(outcome);
  auto outcome =
      linted(file.path, file.path, reported_path(file.path, places.directory, places.root),
             std::move(reading), file.origin, conditions);
  if (!is_staged_text) return outcome;
  // What a fix would be written over is another text.
  outcome.is_fix_refused = outcome.fixed.has_value();
  outcome.fixed.reset();
  return outcome;
}

/// Calls `work` with every number below `count`, each once, on several threads; what it throws
/// comes out of here.
template <typename Work>
void for_each_index(std::size_t count, std::size_t threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto worker = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < std::min(threads, count); ++i) workers.emplace_back(worker);
    worker();
  }
  if (failure) std::rethrow_exception(failure);
}

std::size_t worker_count(std::size_t wanted) {
  constexpr std::size_t most = 256;
  if (wanted == 0) wanted = std::thread::hardware_concurrency();
  return std::clamp<std::size_t>(wanted, 1, most);
}

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

/// What became of the files; of those that need no linting only what there is to say of them is
/// kept, in `result`, because they are most of all.
Outcomes outcomes_of(std::vector<InputFile>& files, const Conditions& conditions,
                     RunResult& result) {
  const auto places = current_places();
  const auto& options = conditions.options;
  if (options.progress != nullptr) options.progress->files = files.size();
  Outcomes all(files.size());
  for_each_index(files.size(), worker_count(options.threads), [&](std::size_t i) {
    all[i] = std::make_unique<Outcome>(outcome_of(files[i], places, conditions));
    if (options.progress != nullptr) ++options.progress->done;
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
  auto outcome = linted("standard input", options.stdin_filename, std::move(path),
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
