#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/project/neighbourhood.h"
#include "lint/run/configuration/lookup.h"
#include "lint/run/file_selection.h"
#include "lint/run/linter.h"

namespace corslint {

/// What one file is linted with: its configuration, its path below the configuration's folder, and
/// what both of them and the command line ask for.
struct FileSettings {
  const LoadedConfiguration* configuration = nullptr;
  std::string path = {};
  LintOptions lint = {};
};

/// The settings of the file at `location`, or for an empty one of a file in the working directory.
/// What the command line says outweighs the configuration; its development origins are added to
/// those of the configuration, and a `--select` replaces everything that the configuration says of
/// which rules run. A configuration with problems gives the command line's options alone: look at
/// them first.
FileSettings settings_for(Configurations& configurations, const std::string& location,
                          const LintOptions& command_line, Date today);

/// Which rules run and how bad they are by both: each rule by its own name, so that the command
/// line's `ALL` goes before the configuration's name of one rule.
RuleSelection merged_selection(const Configuration& configuration,
                               const RuleSelection& command_line);

/// `lint_file` with these settings, for one of many files that share what is known of their
/// patterns.
FileReport lint_with(const FileSettings& settings, SourceFile file, Format format,
                     Neighbourhood neighbourhood, KnownPatterns& known);

/// Whether a glob of a configuration means the file at `path` below its folder, or a folder above
/// it.
bool means(std::string_view glob, std::string_view path);

/// Whether the globs of the file's configuration leave it out of a search; of several that mean
/// it, the last one counts. The command line's `--exclude` stands in for the configuration's.
bool is_excluded(const FileSettings& settings, const FileSelection& command_line);

/// Each rule of each `[[ignore]]`, in order, by its place in the two lists: what
/// `ConfiguredIgnore::number` counts.
std::vector<std::pair<std::size_t, std::size_t>> numbered_ignores(
    const Configuration& configuration);

}  // namespace corslint
