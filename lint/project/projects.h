#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "lint/project/detected_server.h"
#include "lint/project/env_family.h"
#include "lint/project/front_ends.h"
#include "lint/project/list_readers.h"
#include "lint/project/neighbourhood.h"
#include "lint/project/project_files.h"
#include "lint/read/reader.h"

namespace corslint {

/// The projects around the files of one run. Nothing above a file's repository is looked at;
/// outside of one, nothing above the folder that was given, or the current one if the file lies in
/// it, or else the file's own. Each folder is read once; all functions may be called from several
/// threads.
class Projects {
 public:
  /// `given` are the paths of the run. `open_texts` may be null and must outlive this.
  Projects(const std::vector<std::string>& given, ReadOptions options,
           const OpenTexts* open_texts = nullptr);

  /// What lies beside the file at `path`.
  Neighbourhood around(const std::string& path, Format format);

 private:
  template <typename T>
  using Cache = std::map<std::string, std::shared_ptr<const T>, std::less<>>;

  std::string boundary_of(const std::string& folder) const;
  std::vector<ProjectFolder> folders_around(const std::string& folder);
  std::shared_ptr<const FolderEntries> entries_of(const std::string& folder);

  /// What the env files beside the file `name` of `folder` say.
  void add_family(Neighbourhood& neighbourhood, const ProjectFolder& folder,
                  const std::string& name);

  /// What `make` gives for a folder, made once.
  template <typename T, typename Make>
  std::shared_ptr<const T> cached(Cache<T>& cache, const std::string& folder, const Make& make);

  std::vector<std::string> given_;
  std::string directory_;
  ReadOptions options_;
  const OpenTexts* open_texts_;
  std::mutex mutex_;
  Cache<FolderEntries> entries_;
  Cache<std::vector<ProjectFolder>> folders_;
  Cache<DetectedServer> servers_;
  Cache<FrontEnds> front_ends_;
  Cache<std::vector<DevOrigin>> origins_;
  Cache<std::vector<std::string>> family_names_;
  Cache<std::optional<EnvFamilyMember>> family_members_;
  Cache<ReadingModules> modules_;
};

}  // namespace corslint
