#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// How a file came to be linted: `named` by the user, then it is linted whatever it is called, or
/// `discovered` in a folder, then only where it says something about CORS.
enum class FileOrigin { named, discovered };

/// A file to be linted, under the path that opens it.
struct InputFile {
  std::string path;
  FileOrigin origin = FileOrigin::named;
};

/// What a list of paths stands for: files, each once, sorted by path; one line for each path that
/// is missing or cannot be read; and one for each file in a folder that is larger than any policy
/// and therefore left out.
struct InputFiles {
  std::vector<InputFile> files;
  std::vector<std::string> problems;
  std::vector<std::string> notices;
};

/// The files that the paths name, and those below the folders that they name: TOML, JSON and env
/// files by their names, without lock files and without folders of dependencies, build results and
/// tools. Links to folders are followed only where they are named themselves, so the walk ends.
InputFiles find_files(const std::vector<std::string>& paths);

/// Whether a text may be about CORS at all: it holds `cors` or `origin` in any case. Fast, so that
/// nothing else has to be done with most files of a folder.
bool mentions_cors(std::string_view text);

}  // namespace corslint
