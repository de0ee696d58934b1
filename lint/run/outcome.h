#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "lint/project/projects.h"
#include "lint/run/configuration/settings.h"
#include "lint/run/configuration/unused_entries.h"
#include "lint/run/files.h"
#include "lint/run/reading.h"
#include "lint/run/runner.h"
#include "rules/pattern/known_patterns.h"

namespace corslint {

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

/// What every file of a run is linted with.
struct Conditions {
  const RunOptions& options;
  Projects& projects;
  Configurations& configurations;
  KnownPatterns& known;
  Date today;
};

/// Where paths start from, and the root that they are reported from.
struct Places {
  std::filesystem::path directory;
  std::filesystem::path root;
};

/// Those of the working directory; empty where they cannot be told.
Places current_places();

/// Lints a text under its reported path; `name` is what a problem with it is said of, `location`
/// the path that tells what lies beside it, which may be empty.
Outcome outcome_of_text(const std::string& name, const std::string& location, std::string path,
                        Reading reading, FileOrigin origin, const Conditions& conditions);

/// Reads and lints a file, whose staged text is taken from it; most of those in a folder need no
/// more than a look at their bytes. May be called from several threads.
Outcome outcome_of(InputFile& file, const Places& places, const Conditions& conditions);

}  // namespace corslint
