#include "lint/run/configuration/unused_entries.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "lint/run/configuration/settings.h"
#include "lint/run/fingerprint.h"
#include "rules/catalog.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

bool is_literal(std::string_view glob) {
  return glob.find_first_of("*?[\\") == std::string_view::npos &&
         glob.find('/') != std::string_view::npos;
}

/// Whether one of the folders that were searched is this one or lies above it.
bool is_searched(const std::string& folder, const std::vector<std::string>& paths) {
  std::error_code ignored;
  const auto directory = fs::current_path(ignored);
  return std::ranges::any_of(paths, [&](const std::string& path) {
    if (path == "-") return false;
    auto searched = (directory / path).lexically_normal();
    if (!searched.has_filename()) searched = searched.parent_path();
    const auto below = fs::path(folder).lexically_relative(searched);
    return fs::is_directory(searched, ignored) && !below.empty() && *below.begin() != "..";
  });
}

/// The entries of one configuration, with what the files of the run had to do with them.
class Judgement {
 public:
  Judgement(const LoadedConfiguration& loaded, std::vector<EntryUse> uses, RuleSelection selection,
            bool is_whole, Date today)
      : loaded_(loaded),
        uses_(std::move(uses)),
        selection_(std::move(selection)),
        is_whole_(is_whole),
        today_(today) {}

  std::vector<Diagnostic> diagnostics() {
    const auto& ignores = loaded_.configuration.ignores;
    std::set<std::size_t> used;
    for (const auto& use : uses_) used.insert(use.used_ignores.begin(), use.used_ignores.end());
    const auto numbered = numbered_ignores(loaded_.configuration);
    for (std::size_t i = 0; i < ignores.size(); ++i) {
      if (judge_entry(i)) continue;
      for (std::size_t number = 0; number < numbered.size(); ++number) {
        if (numbered[number].first == i && !used.contains(number))
          report_unused_rule(i, numbered[number].second);
      }
    }
    return std::move(diagnostics_);
  }

 private:
  /// Reports what is wrong with the entry as a whole; true if its rules are not to be looked at.
  bool judge_entry(std::size_t index) {
    const auto& entry = loaded_.configuration.ignores[index];
    const bool means_any = std::ranges::any_of(
        uses_, [&](const EntryUse& use) { return means(entry.path.text, use.path); });
    if (entry.expires && *entry.expires <= today_) {
      if (means_any || is_whole_)
        report(
            index, "expires",
            {.span = entry.expires_span,
             .message = "This ignore expired on " + date_text(*entry.expires),
             .consequence = "It silences nothing any more, and what it silenced is reported again",
             .help = "Correct what it silenced and remove the entry, or set a later day"});
      return true;
    }
    if (!means_any) {
      if (is_whole_)
        report(index, "path",
               {.span = entry.path.span,
                .message = in_backticks(entry.path.text) + " means no file that is about CORS",
                .consequence = "This ignore silences nothing",
                .help = "Paths and globs start at the folder of this file; correct it, or remove "
                        "the entry"});
      return true;
    }
    return !is_whole_ && !is_literal(entry.path.text);
  }

  void report_unused_rule(std::size_t index, std::size_t rule_index) {
    const auto& entry = loaded_.configuration.ignores[index];
    const auto& rule = entry.rules[rule_index];
    const Rule* known = find_rule(rule.text);
    if (known == nullptr || !is_selected(selection_, *known)) return;
    const auto where =
        entry.pointer ? in_backticks(entry.pointer->text) + " in " + in_backticks(entry.path.text)
                      : in_backticks(entry.path.text);
    report(
        index, "rules/" + std::to_string(rule_index),
        {.span = rule.span,
         .message = "Nothing is left at " + where + " for this ignore of " +
                    in_backticks(rule.text) + " to silence",
         .consequence = "It would hide the next finding of this rule there",
         .help = entry.rules.size() == 1 ? std::string("Remove the `[[ignore]]`")
                                         : "Remove " + in_backticks(rule.text) + " from `rules`"});
  }

  void report(std::size_t index, const std::string& key, Finding finding) {
    Diagnostic diagnostic;
    diagnostic.rule = &rules::unused_ignore;
    const auto level = selection_.severities.find(diagnostic.rule->id);
    const bool is_set = level != selection_.severities.end() && level->second;
    diagnostic.severity = is_set ? *level->second : diagnostic.rule->severity;
    const auto in_pyproject = loaded_.file->path().ends_with("pyproject.toml");
    diagnostic.pointer = std::string(in_pyproject ? "/tool/corslint" : "") + "/ignore/" +
                         std::to_string(index) + '/' + key;
    const auto& entry = loaded_.configuration.ignores[index];
    diagnostic.fingerprint = fnv1a_128(std::string(diagnostic.rule->id) + '\n' + entry.path.text +
                                       '\n' + finding.message);
    diagnostic.finding = std::move(finding);
    diagnostics_.push_back(std::move(diagnostic));
  }

  const LoadedConfiguration& loaded_;
  std::vector<EntryUse> uses_;
  RuleSelection selection_;
  bool is_whole_;
  Date today_;
  std::vector<Diagnostic> diagnostics_;
};

using UsesByPath =
    std::map<std::string, std::pair<const LoadedConfiguration*, std::vector<EntryUse>>>;

/// The sound configuration files of a run, each with what had to do with it.
UsesByPath by_configuration(const std::vector<EntryUse>& uses) {
  UsesByPath by_path;
  for (const auto& use : uses) {
    const auto& loaded = *use.configuration;
    if (!loaded.file || !loaded.problems.empty()) continue;
    auto& [configuration, its_uses] = by_path[loaded.file->path()];
    configuration = &loaded;
    its_uses.push_back(use);
  }
  return by_path;
}

}  // namespace

std::vector<std::string> unused_policy_entries(const std::vector<EntryUse>& uses,
                                               const std::vector<std::string>& paths) {
  std::vector<std::string> notices;
  for (const auto& [path, entry] : by_configuration(uses)) {
    const auto& loaded = *entry.first;
    if (!is_searched(loaded.configuration.folder, paths)) continue;
    for (const auto& policy : loaded.configuration.policies) {
      const bool is_used = std::ranges::any_of(
          entry.second, [&](const EntryUse& use) { return means(policy.path.text, use.path); });
      if (is_used) continue;
      notices.push_back(path + ':' + std::to_string(loaded.file->position(policy.span.begin).line) +
                        ": this `[[policy]]` is without effect: " + in_backticks(policy.path.text) +
                        " means no file that is about CORS");
    }
  }
  return notices;
}

std::vector<ConfigurationReport> unused_entries(const std::vector<EntryUse>& uses,
                                                const std::vector<std::string>& paths,
                                                const LintOptions& command_line, Date today) {
  std::vector<ConfigurationReport> reports;
  if (command_line.inline_ignores == InlineIgnores::disregarded) return reports;
  for (auto& [path, entry] : by_configuration(uses)) {
    const auto& loaded = *entry.first;
    if (loaded.configuration.ignores.empty()) continue;
    auto selection = merged_selection(loaded.configuration, command_line.selection);
    if (!is_selected(selection, rules::unused_ignore)) continue;
    const bool is_whole = is_searched(loaded.configuration.folder, paths);
    Judgement judgement(loaded, std::move(entry.second), std::move(selection), is_whole, today);
    FileReport report{.file = *loaded.file, .policies = {}, .diagnostics = judgement.diagnostics()};
    if (report.diagnostics.empty()) continue;
    report.fail_level = loaded.configuration.fail_level;
    reports.push_back({std::move(report), &loaded});
  }
  return reports;
}

}  // namespace corslint
