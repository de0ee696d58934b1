#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/run/file_selection.h"

namespace corslint {

/// How a file came to be linted: `named` by the user, then it is linted whatever it is called, or
/// `discovered` in a folder, then only where it says something about CORS.
enum class FileOrigin { named, discovered };

/// A file to be linted, under the path that opens it. `staged_text` is what git's index holds where
/// that counts and differs from the file.
struct InputFile {
  std::string path;
  FileOrigin origin = FileOrigin::named;
  std::optional<std::string> staged_text = {};
};

/// A file, or a folder with a slash at its end, that is not linted, and why, as the end of a
/// sentence.
struct LeftOut {
  std::string path;
  std::string reason;
};

/// What a list of paths stands for: files, each once, sorted by path; one line for each path that
/// is missing or cannot be read; and one for what else the user should know. `left_out`, and
/// `other_kinds` with the number of files of each ending that no reader knows, are filled where the
/// selection asks for explanations.
struct InputFiles {
  std::vector<InputFile> files = {};
  std::vector<std::string> problems = {};
  std::vector<std::string> notices = {};
  std::vector<LeftOut> left_out = {};
  std::map<std::string, std::size_t, std::less<>> other_kinds = {};
  std::size_t seen = 0;  ///< how many files there were, of whatever kind
};

/// The files that the paths name, and those below the folders that they name: TOML, JSON and env
/// files by their names, without lock files. In a git repository they are those that git tracks or
/// would track, submodules included; otherwise all. Left out are the usual folders of dependencies,
/// build results (unless git tracks what is in them) and tools, and what the globs exclude. A
/// folder that is named itself is searched whatever it is called. Links to folders are followed
/// only where they are named themselves, links to files only within the repository or the folder.
/// Throws `EnvironmentError` where only changed files are wanted and git cannot tell which.
InputFiles find_files(const std::vector<std::string>& paths, const FileSelection& selection = {});

}  // namespace corslint
