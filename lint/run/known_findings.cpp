#include "lint/run/known_findings.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "lint/run/configuration/settings.h"
#include "lint/run/environment_error.h"
#include "lint/run/reading.h"
#include "lint/run/reported_path.h"
#include "rules/catalog.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

/// How the paths in one baseline file are to be understood.
class BaselinePaths {
 public:
  explicit BaselinePaths(const std::string& file) {
    std::error_code ignored;
    directory_ = fs::current_path(ignored);
    root_ = repository_root(directory_);
    folder_ = (directory_ / file).lexically_normal().parent_path();
  }

  std::string operator()(const std::string& reported) const {
    if (!root_.empty()) return reported;
    return (directory_ / reported).lexically_normal().lexically_relative(folder_).generic_string();
  }

  bool is_there(const std::string& path) const {
    std::error_code ignored;
    return fs::exists((root_.empty() ? folder_ : root_) / path, ignored);
  }

  std::string shown(const std::string& file) const {
    return reported_path(file, directory_, root_);
  }

 private:
  fs::path directory_;
  fs::path root_;
  fs::path folder_;
};

std::string file_of(const Configuration& configuration) {
  return (fs::path(configuration.folder) / configuration.baseline->text)
      .lexically_normal()
      .string();
}

/// Reads a baseline; what is wrong with it becomes one of the broken files.
std::optional<Baseline> usable_baseline(const std::string& path, std::string text,
                                        std::vector<BrokenFile>& broken) {
  SourceFile file(BaselinePaths(path).shown(path), std::move(text));
  auto reading = read_baseline(file);
  if (reading.problems.empty()) return std::move(reading.baseline);
  broken.push_back({std::move(file), std::move(reading.problems)});
  return std::nullopt;
}

/// The baseline that a configuration names.
std::optional<Baseline> configured_baseline(const LoadedConfiguration& loaded,
                                            std::vector<BrokenFile>& broken) {
  const auto path = file_of(loaded.configuration);
  auto reading = read_path(path);
  if (reading.problem.empty()) return usable_baseline(path, std::move(reading.text), broken);
  const auto& named = *loaded.configuration.baseline;
  FileProblem problem{.span = named.span,
                      .message = '`' + named.text + "` " + reading.problem,
                      .help = "Write it with `corslint --write-baseline " + named.text + "`"};
  broken.push_back({*loaded.file, {std::move(problem)}});
  return std::nullopt;
}

/// Which rules run in which files.
class Judged {
 public:
  Judged(const RunResult& result, const BaselinePaths& path_of, const LintOptions& command_line)
      : command_line_(command_line) {
    for (const auto& checked : result.checked)
      configurations_[path_of(checked.path)] = checked.configuration;
  }

  /// Whether the run would have found it again.
  bool operator()(const KnownFinding& known) {
    const auto checked = configurations_.find(known.path);
    if (checked == configurations_.end()) return false;
    const Rule* rule = find_rule(known.rule);
    return rule == nullptr || is_selected(selection_of(checked->second), *rule);
  }

 private:
  const RuleSelection& selection_of(const LoadedConfiguration* loaded) {
    const auto known = selections_.find(loaded);
    if (known != selections_.end()) return known->second;
    auto selection = merged_selection(loaded->configuration, command_line_.selection);
    return selections_.emplace(loaded, std::move(selection)).first->second;
  }

  const LintOptions& command_line_;
  std::map<std::string, const LoadedConfiguration*> configurations_;
  std::map<const LoadedConfiguration*, RuleSelection> selections_;
};

void note_gone(RunResult& result, const Baseline& rest, const BaselinePaths& paths,
               const std::string& file, const LintOptions& command_line) {
  Judged is_judged(result, paths, command_line);
  std::size_t gone = 0;
  for (const auto& known : rest) {
    if (is_judged(known) || !paths.is_there(known.path)) gone += known.count;
  }
  if (gone == 0) return;
  const auto shown = paths.shown(file);
  result.notices.push_back(
      shown + ": " + std::to_string(gone) +
      (gone == 1 ? " finding that it lists is" : " findings that it lists are") +
      " gone; `--write-baseline " + shown + "` takes " + (gone == 1 ? "it" : "them") + " out");
}

void apply(RunResult& result, Baseline baseline, const std::string& file,
           const std::vector<FileReport*>& reports, const LintOptions& command_line) {
  const BaselinePaths paths(file);
  const auto rest = silence_known(std::move(baseline), reports, paths,
                                  [&](const std::string& path) { return paths.is_there(path); });
  note_gone(result, rest, paths, file, command_line);
}

void apply_configured(RunResult& result, const LintOptions& command_line) {
  std::map<std::string, std::pair<const LoadedConfiguration*, std::vector<FileReport*>>> by_file;
  for (const auto& checked : result.checked) {
    if (checked.configuration->configuration.baseline)
      by_file[file_of(checked.configuration->configuration)].first = checked.configuration;
  }
  for (std::size_t i = 0; i < result.files.size(); ++i) {
    const auto* loaded = result.file_configurations[i];
    if (loaded != nullptr && loaded->configuration.baseline)
      by_file[file_of(loaded->configuration)].second.push_back(&result.files[i]);
  }
  for (auto& [file, entry] : by_file) {
    auto baseline = configured_baseline(*entry.first, result.broken_files);
    if (baseline) apply(result, std::move(*baseline), file, entry.second, command_line);
  }
}

}  // namespace

void apply_baselines(RunResult& result, const BaselineChoice& choice,
                     const LintOptions& command_line) {
  if (choice.file.empty()) {
    if (!choice.none) apply_configured(result, command_line);
    return;
  }
  auto reading = read_path(choice.file);
  if (!reading.problem.empty())
    throw EnvironmentError("--baseline: " + choice.file + ": " + reading.problem);
  auto baseline = usable_baseline(choice.file, std::move(reading.text), result.broken_files);
  if (!baseline) return;
  std::vector<FileReport*> reports;
  for (auto& file : result.files) reports.push_back(&file);
  apply(result, std::move(*baseline), choice.file, reports, command_line);
}

void apply_baseline(FileReport& report, const LoadedConfiguration& loaded) {
  if (!loaded.configuration.baseline) return;
  std::vector<BrokenFile> ignored;
  auto baseline = configured_baseline(loaded, ignored);
  if (!baseline) return;
  const BaselinePaths paths(file_of(loaded.configuration));
  (void)silence_known(std::move(*baseline), {&report}, paths,
                      [&](const std::string& path) { return paths.is_there(path); });
}

std::optional<Baseline> new_baseline(RunResult& result, const std::string& file,
                                     const LintOptions& command_line) {
  const BaselinePaths paths(file);
  std::vector<const FileReport*> reports;
  for (const auto& report : result.files) reports.push_back(&report);
  auto baseline = baseline_of(reports, paths);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return baseline;

  auto reading = read_path(file);
  if (!reading.problem.empty())
    throw EnvironmentError("--write-baseline: " + file + ": " + reading.problem);
  // Nothing is lost of an empty file, as `mktemp` makes it.
  if (reading.text.empty()) return baseline;
  const auto old = usable_baseline(file, std::move(reading.text), result.broken_files);
  if (!old) return std::nullopt;
  Judged is_judged(result, paths, command_line);
  std::ranges::copy_if(*old, std::back_inserter(baseline), [&](const KnownFinding& known) {
    return !is_judged(known) && paths.is_there(known.path);
  });
  std::ranges::sort(baseline, goes_before);
  return baseline;
}

}  // namespace corslint
