#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/run/configuration/configuration.h"
#include "lint/run/diagnostic.h"

namespace corslint {

/// A finding that a baseline knows, or several equal ones: told by file, rule and content (see
/// `content_fingerprint`), never by line. `place` is for people.
struct KnownFinding {
  std::string path = {};
  std::string rule = {};
  std::string place = {};  ///< keys that lead there, as a JSON Pointer without indexes
  std::string fingerprint = {};
  std::size_t count = 1;
};

/// Findings that are not reported, sorted by path, rule, place and fingerprint, no two of them for
/// one file, rule and content.
using Baseline = std::vector<KnownFinding>;

/// What a baseline file says, and what is wrong with it, in the order of the file.
struct BaselineReading {
  Baseline baseline = {};
  std::vector<FileProblem> problems = {};
};

/// The version of the file's form that is written and read.
inline constexpr int baseline_version = 1;

/// Reads a baseline file. Of entries for one file, rule and content, as a merge may leave them, the
/// largest count holds.
BaselineReading read_baseline(const SourceFile& file);

/// What these reports find, as a baseline. `path_of` gives the path that a reported path has there.
Baseline baseline_of(const std::vector<const FileReport*>& reports,
                     const std::function<std::string(const std::string&)>& path_of);

/// The entry in one order with all others.
bool goes_before(const KnownFinding& left, const KnownFinding& right);

/// Moves what the baseline knows to the silenced ones: of each file, rule and content as many as it
/// counts. What it knows of files for which `is_there` is false it also finds in other files, since
/// files are moved. Returns what it knows and none of the reports has.
Baseline silence_known(Baseline baseline, const std::vector<FileReport*>& reports,
                       const std::function<std::string(const std::string&)>& path_of,
                       const std::function<bool(const std::string&)>& is_there);

}  // namespace corslint
