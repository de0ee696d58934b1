#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/run/configuration/configuration.h"

namespace corslint {

/// Which configuration holds: the nearest one of each file, one for all, or none.
struct ConfigurationChoice {
  std::string file = {};  ///< the one for all; empty: the nearest one
  bool none = false;      ///< whatever `file` says
};

/// A configuration and the file that it was read from; without a file, what holds where there is
/// none. With `problems` it is not to be used, and nothing that it is about can be linted.
struct LoadedConfiguration {
  std::optional<SourceFile> file = {};  ///< under the path that it is reported under
  Configuration configuration = {};
  std::vector<FileProblem> problems = {};
};

/// The configurations of a run: `corslint.toml`, else `.corslint.toml`, else `pyproject.toml` with
/// `[tool.corslint]`, in the nearest folder upwards from a file, up to the root of its repository;
/// outside of one, up to the root of the file system. Each folder is looked at once; all functions
/// may be called from several threads, and what they give lives as long as the object.
class Configurations {
 public:
  /// Throws `EnvironmentError` where the file that was chosen cannot be read.
  explicit Configurations(ConfigurationChoice choice);

  /// The configuration of the file at `path`.
  const LoadedConfiguration& around(const std::string& path);

  /// The configuration of the files in a folder.
  const LoadedConfiguration& of_folder(const std::string& folder);

  /// Those that were found so far and have a file, by its path.
  std::vector<const LoadedConfiguration*> found() const;

  /// One line for each configuration file that another one in its folder puts out of effect.
  std::vector<std::string> notices() const;

 private:
  const LoadedConfiguration& find(const std::string& folder);
  const LoadedConfiguration* load_from(const std::string& folder);
  const LoadedConfiguration* load(const std::string& path);

  mutable std::mutex mutex_;
  std::string directory_;
  std::string root_;
  LoadedConfiguration none_;
  const LoadedConfiguration* chosen_ = nullptr;
  std::map<std::string, std::unique_ptr<const LoadedConfiguration>> files_;
  std::unordered_map<std::string, const LoadedConfiguration*> folders_;
  std::unordered_map<std::string, const LoadedConfiguration*> asked_;  // folders as they were given
  std::vector<std::string> notices_;
};

/// Whether a file of this name is a configuration of corslint and nothing else.
bool is_configuration_name(std::string_view name);

}  // namespace corslint
