#include "lint/run/runner.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "lint/project/projects.h"
#include "lint/run/files.h"
#include "lint/run/reading.h"
#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stdin_path = "-";
constexpr std::string_view stdin_name = "<stdin>";

/// What became of one input: a report, with what fixes make of it, or a reason why there is none.
struct Outcome {
  std::optional<FileReport> report = {};
  std::string problem = {};
  std::string path = {};  ///< the path that opens it
  std::optional<FixedFile> fixed = {};
};

bool has_content(const FileReport& report) {
  return !report.policies.empty() || !report.diagnostics.empty() || report.suppressed > 0;
}

/// What every file of a run is linted with.
struct Conditions {
  const RunOptions& options;
  Projects& projects;
};

/// What fixes make of a file; nothing where they leave it as it is.
std::optional<FixedFile> fixed_if_changed(const FileReport& report, Format format,
                                          const RunOptions& options,
                                          const Neighbourhood& neighbourhood) {
  if (!options.fix) return std::nullopt;
  auto fixed = fixed_file(report, format, *options.fix, [&](SourceFile file) {
    return lint_file(std::move(file), format, options.lint, neighbourhood);
  });
  if (fixed.remaining.file.text() == report.file.text()) return std::nullopt;
  return fixed;
}

/// Lints a text under its reported path; `name` is what a problem with it is said of, `location`
/// the path that tells what lies beside it, which may be empty.
Outcome linted(const std::string& name, const std::string& location, std::string path,
               Reading reading, FileOrigin origin, const Conditions& conditions) {
  if (!reading.problem.empty()) return {.problem = name + ": " + reading.problem};
  if (origin == FileOrigin::discovered && !mentions_cors(reading.text)) return {};
  const auto format = format_of(path).value_or(guessed_format(reading.text));
  const auto neighbourhood =
      location.empty() ? Neighbourhood{} : conditions.projects.around(location, format);
  auto report = lint_file(SourceFile(std::move(path), std::move(reading.text)), format,
                          conditions.options.lint, neighbourhood);
  if (!has_content(report)) return {};
  auto fixed = fixed_if_changed(report, format, conditions.options, neighbourhood);
  return {.report = std::move(report), .path = name, .fixed = std::move(fixed)};
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

std::vector<Outcome> outcomes_of(const std::vector<InputFile>& files,
                                 const Conditions& conditions) {
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  const auto root = repository_root(directory);
  std::vector<Outcome> outcomes(files.size());
  for_each_index(files.size(), worker_count(conditions.options.threads), [&](std::size_t i) {
    const auto& path = files[i].path;
    outcomes[i] = linted(path, path, reported_path(path, directory, root), read_path(path),
                         files[i].origin, conditions);
  });
  return outcomes;
}

Outcome stdin_outcome(const Conditions& conditions, RunResult& result) {
  const auto& options = conditions.options;
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  auto path = options.stdin_filename.empty()
                  ? std::string(stdin_name)
                  : reported_path(options.stdin_filename, directory, repository_root(directory));
  auto reading = read_standard_input();
  if (reading.problem.empty()) result.standard_input = reading.text;
  auto outcome = linted("standard input", options.stdin_filename, std::move(path),
                        std::move(reading), FileOrigin::named, conditions);
  outcome.path = stdin_path;
  return outcome;
}

void add(RunResult& result, Outcome outcome) {
  if (!outcome.problem.empty()) {
    result.problems.push_back(std::move(outcome.problem));
    return;
  }
  ++result.files_checked;
  if (!outcome.report) return;
  if (outcome.fixed)
    result.fixes.push_back(
        {std::move(outcome.path), result.files.size(), std::move(*outcome.fixed)});
  result.files.push_back(std::move(*outcome.report));
}

}  // namespace

RunResult run(const RunOptions& options) {
  std::vector<std::string> paths;
  std::ranges::remove_copy(options.paths, std::back_inserter(paths), stdin_path);
  auto inputs = find_files(paths);

  RunResult result;
  result.problems = std::move(inputs.problems);
  result.notices = std::move(inputs.notices);
  Projects projects(options.paths, options.lint.read);
  const Conditions conditions{options, projects};
  auto outcomes = outcomes_of(inputs.files, conditions);
  if (paths.size() < options.paths.size()) outcomes.push_back(stdin_outcome(conditions, result));
  std::ranges::stable_sort(outcomes, {}, [](const Outcome& outcome) {
    return outcome.report ? std::string_view(outcome.report->file.path()) : std::string_view();
  });
  for (auto& outcome : outcomes) add(result, std::move(outcome));
  return result;
}

}  // namespace corslint
