#include "lint/run/runner.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "lint/run/files.h"
#include "lint/run/reading.h"
#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stdin_path = "-";
constexpr std::string_view stdin_name = "<stdin>";

/// What became of one input: a report, or a reason why there is none.
struct Outcome {
  std::optional<FileReport> report;
  std::string problem;
};

bool has_content(const FileReport& report) {
  return !report.policies.empty() || !report.diagnostics.empty() || report.suppressed > 0;
}

/// Lints a text under its reported path; `name` is what a problem with it is said of.
Outcome linted(const std::string& name, std::string path, Reading reading, FileOrigin origin,
               const LintOptions& options) {
  if (!reading.problem.empty()) return {{}, name + ": " + reading.problem};
  if (origin == FileOrigin::discovered && !mentions_cors(reading.text)) return {};
  const auto format = format_of(path).value_or(guessed_format(reading.text));
  auto report = lint_file(SourceFile(std::move(path), std::move(reading.text)), format, options);
  if (!has_content(report)) return {};
  return {std::move(report), {}};
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

std::vector<Outcome> outcomes_of(const std::vector<InputFile>& files, const RunOptions& options) {
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  const auto root = repository_root(directory);
  std::vector<Outcome> outcomes(files.size());
  for_each_index(files.size(), worker_count(options.threads), [&](std::size_t i) {
    const auto& path = files[i].path;
    outcomes[i] = linted(path, reported_path(path, directory, root), read_path(path),
                         files[i].origin, options.lint);
  });
  return outcomes;
}

Outcome stdin_outcome(const RunOptions& options) {
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  auto path = options.stdin_filename.empty()
                  ? std::string(stdin_name)
                  : reported_path(options.stdin_filename, directory, repository_root(directory));
  return linted("standard input", std::move(path), read_standard_input(), FileOrigin::named,
                options.lint);
}

void add(RunResult& result, Outcome outcome) {
  if (outcome.problem.empty()) {
    ++result.files_checked;
    if (outcome.report) result.files.push_back(std::move(*outcome.report));
  } else {
    result.problems.push_back(std::move(outcome.problem));
  }
}

}  // namespace

RunResult run(const RunOptions& options) {
  std::vector<std::string> paths;
  std::ranges::remove_copy(options.paths, std::back_inserter(paths), stdin_path);
  auto inputs = find_files(paths);

  RunResult result;
  result.problems = std::move(inputs.problems);
  result.notices = std::move(inputs.notices);
  for (auto& outcome : outcomes_of(inputs.files, options)) add(result, std::move(outcome));
  if (paths.size() < options.paths.size()) add(result, stdin_outcome(options));
  std::ranges::stable_sort(result.files, {},
                           [](const FileReport& report) { return report.file.path(); });
  return result;
}

}  // namespace corslint
