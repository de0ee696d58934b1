#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lint/report/painter.h"
#include "lint/run/diagnostic.h"
#include "lint/run/fixer.h"

namespace corslint {

/// What a report is made from: the reports of the files that have something in them, sorted by
/// path, how many files were looked at, and which fixes make a diagnostic fixable. `problems` and
/// `notices` are the run's own (see `RunResult`). `folder` is the working directory as a reported
/// path, from which people and editors see files; empty where that is the paths' own root.
struct Report {
  std::vector<FileReport> files;
  std::size_t files_checked = 0;
  FixScope fixes = FixScope::safe;
  std::vector<std::string> problems = {};
  std::vector<std::string> notices = {};
  std::string folder = {};
};

/// The path of a file as seen from the report's folder, for people and editors; programs get the
/// reported path.
std::string shown_path(const Report& report, const SourceFile& file);

/// The figures of a report, with the findings that are left out of it. `fixable` counts the
/// diagnostics that come with a fix of its scope.
struct Summary {
  std::size_t files = 0;
  std::size_t policies = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t suppressed = 0;
  std::size_t fixable = 0;
};

/// Counts everything once.
Summary summary_of(const Report& report);

/// How much the `full` report says beyond the findings.
enum class Verbosity { findings_only, with_summary };

/// Frames of the source with everything said about each finding, for people; the figures, or that
/// nothing was found, at the end.
std::string full_report(const Report& report, Colour colour, Verbosity verbosity);

/// `path:line:column: severity[rule] message`, one line a finding.
std::string concise_report(const Report& report, Colour colour);

/// The document that `schemas/report.schema.json` describes. ASCII only, so that it is valid JSON
/// and harmless in a terminal whatever the input was.
std::string json_report(const Report& report);

/// One diagnostic of that document a line.
std::string json_lines_report(const Report& report);

/// SARIF 2.1.0 as GitHub code scanning reads it: the rules that fired, with their pages; regions of
/// one line; fixes; fingerprints that survive edits elsewhere. What was silenced is not in it.
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
std::string sarif_report(const Report& report);

/// Workflow commands, one a line, which GitHub Actions shows as annotations; the most severe come
/// first, since only ten of a kind are shown. No line begins with anything but a command, so
/// nothing that stands in a file becomes one.
std::string github_report(const Report& report);

/// GitLab's code quality report: a JSON array. https://docs.gitlab.com/ci/testing/code_quality/
std::string gitlab_report(const Report& report);

/// JUnit XML: a suite for each file, a failed test for each finding that fails the run, one that
/// passed for each file without any, an error for each problem of the run.
std::string junit_report(const Report& report);

/// Checkstyle XML.
std::string checkstyle_report(const Report& report);

/// reviewdog's diagnostic format (`-f=rdjson`), fixes as suggestions.
/// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
std::string rdjson_report(const Report& report);

/// The same with one diagnostic a line (`-f=rdjsonl`).
std::string rdjson_lines_report(const Report& report);

/// `path:line:column: error: message [rule]`, as GCC writes it and every editor reads it.
std::string gcc_report(const Report& report);

/// The last line of the `full` report, without a line end: figures, or that nothing was found.
std::string summary_line(const Report& report);

/// How often each rule fired, the most frequent first, one a line; empty if none did.
std::string statistics(const Report& report);

}  // namespace corslint
